package grokscope.ui;

import grokscope.measure.PhaseVerdict;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.ui.words.Words;

/** Which badge a run has, by its state and by what it is. Stateless, any thread. */
final class StageWords {
  private StageWords() {}

  /** The stage of a run. */
  static Stage of(RunState state, PhaseVerdict verdict) {
    return switch (state) {
      case IDLE -> Stage.READY;
      case PREPARING -> Stage.PREPARING;
      case RUNNING -> running(verdict);
      case PAUSED -> Stage.PAUSED;
      case FINISHED -> finished(verdict);
      case STOPPED -> Stage.STOPPED;
      case DIVERGED -> Stage.DIVERGED;
      case FAILED -> Stage.FAILED;
    };
  }

  /** The badge's words; a divergence names its step. */
  static String words(Stage stage, RunStatus status) {
    return stage == Stage.DIVERGED
        ? stage.words() + " at step " + Words.count(status.step())
        : stage.words();
  }

  private static Stage running(PhaseVerdict verdict) {
    return switch (verdict) {
      case NOT_LEARNED -> Stage.MEMORISING;
      case MEMORIZED_ONLY -> Stage.WAITING;
      case RISING, IN_PART -> Stage.GENERALISING;
      case LEARNING, LEARNED_IN_PART -> Stage.LEARNING;
      default -> settled(verdict);
    };
  }

  private static Stage finished(PhaseVerdict verdict) {
    return switch (verdict) {
      case NOT_LEARNED, LEARNING -> Stage.NOT_LEARNED;
      case MEMORIZED_ONLY, RISING -> Stage.MEMORISED_ONLY;
      case IN_PART, LEARNED_IN_PART -> Stage.PARTLY;
      default -> settled(verdict);
    };
  }

  /** What a run is, whether or not it goes on. */
  private static Stage settled(PhaseVerdict verdict) {
    return switch (verdict) {
      case NO_DELAY, SHORT_DELAY, LEARNED -> Stage.GENERALISED;
      case GROKKING -> Stage.GROKKED;
      case UNGROKKED -> Stage.UNGROKKED;
      case FORGOTTEN -> Stage.FORGOTTEN;
      case DIVERGED -> Stage.DIVERGED;
      default -> throw new IllegalArgumentException(verdict + " is on its way to something");
    };
  }
}
