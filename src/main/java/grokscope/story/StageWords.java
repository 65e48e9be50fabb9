package grokscope.story;

import grokscope.measure.phase.PhaseVerdict;
import grokscope.telemetry.RunState;
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
  public static String words(RunStage runStage, int step) {
    return runStage == RunStage.DIVERGED
        ? runStage.words() + " at step " + NumberText.count(step)
        : runStage.words();
  }

  private static RunStage running(PhaseVerdict verdict) {
    return switch (verdict) {
      case NOT_LEARNED -> RunStage.MEMORIZING;
      case MEMORIZED_ONLY -> RunStage.WAITING;
      case IN_PART -> RunStage.GENERALIZING;
      case LEARNING -> RunStage.LEARNING;
      case LEARNED_IN_PART -> RunStage.UNDERSTANDING;
      default -> settled(verdict);
    };
  }

  private static RunStage finished(PhaseVerdict verdict) {
    return switch (verdict) {
      case NOT_LEARNED, LEARNING -> RunStage.NOT_LEARNED;
      case MEMORIZED_ONLY -> RunStage.MEMORIZED_ONLY;
      case IN_PART -> RunStage.PARTLY;
      case LEARNED_IN_PART -> RunStage.PARTLY_UNDERSTOOD;
      default -> settled(verdict);
    };
  }

  /** What a run is, whether or not it is still in progress. */
  private static RunStage settled(PhaseVerdict verdict) {
    return switch (verdict) {
      case FROM_START -> RunStage.FROM_START;
      case NO_DELAY, SHORT_DELAY -> RunStage.GENERALIZED;
      case UNTIMED -> RunStage.UNTIMED;
      case UNTOLD -> RunStage.UNTOLD;
      case LEARNED -> RunStage.UNDERSTOOD;
      case GROKKING -> RunStage.GROKKED;
      case UNGROKKED -> RunStage.UNGROKKED;
      case FORGOTTEN -> RunStage.FORGOTTEN;
      case COLLAPSED -> RunStage.COLLAPSED;
      case DIVERGED -> RunStage.DIVERGED;
      default -> throw new IllegalArgumentException(verdict + " is not a settled verdict");
    };
  }
}
