package grokscope.story;

import grokscope.measure.phase.PhaseVerdict;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.text.NumberText;

/** Which badge a run has, by its state and by what it is. Stateless, any thread. */
public final class StageWords {
  private StageWords() {}

  /** The stage of a run. */
  public static RunStage of(RunState state, PhaseVerdict verdict) {
    return switch (state) {
      case IDLE -> RunStage.READY;
      case PREPARING -> RunStage.PREPARING;
      case RUNNING -> running(verdict);
      case PAUSED -> RunStage.PAUSED;
      case FINISHED -> finished(verdict);
      case STOPPED -> RunStage.STOPPED;
      case DIVERGED -> RunStage.DIVERGED;
      case FAILED -> RunStage.FAILED;
    };
  }

  /** The badge's words; a divergence names its step. */
  public static String words(RunStage runStage, RunStatus status) {
    return runStage == RunStage.DIVERGED
        ? runStage.words() + " at step " + NumberText.count(status.step())
        : runStage.words();
  }

  private static RunStage running(PhaseVerdict verdict) {
    return switch (verdict) {
      case NOT_LEARNED -> RunStage.MEMORIZING;
      case MEMORIZED_ONLY -> RunStage.WAITING;
      case RISING, IN_PART -> RunStage.GENERALIZING;
      case LEARNING, LEARNED_IN_PART -> RunStage.LEARNING;
      default -> settled(verdict);
    };
  }

  private static RunStage finished(PhaseVerdict verdict) {
    return switch (verdict) {
      case NOT_LEARNED, LEARNING -> RunStage.NOT_LEARNED;
      case MEMORIZED_ONLY, RISING -> RunStage.MEMORIZED_ONLY;
      case IN_PART, LEARNED_IN_PART -> RunStage.PARTLY;
      default -> settled(verdict);
    };
  }

  /** What a run is, whether or not it is still in progress. */
  private static RunStage settled(PhaseVerdict verdict) {
    return switch (verdict) {
      case NO_DELAY, SHORT_DELAY, LEARNED -> RunStage.GENERALIZED;
      case GROKKING -> RunStage.GROKKED;
      case UNGROKKED -> RunStage.UNGROKKED;
      case FORGOTTEN -> RunStage.FORGOTTEN;
      case DIVERGED -> RunStage.DIVERGED;
      default -> throw new IllegalArgumentException(verdict + " is not a settled verdict");
    };
  }
}
