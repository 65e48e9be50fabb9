package grokscope.ui;

import grokscope.telemetry.RunStatus;
import grokscope.ui.words.Words;

/**
 * The rule by which a run's badge is chosen: memorising until the training set is known, waiting
 * while test accuracy stays low, generalising from there, grokked once that was seen, and ungrokked
 * when it was lost again. Stateless, any thread.
 */
final class StageWords {
  /** Below this test accuracy a network that has memorised is still waiting. */
  static final double WAITING_BELOW = 0.3;

  /** Below this test accuracy a network that had grokked has lost it, whatever its threshold. */
  private static final double LOST_BELOW = 0.5;

  private StageWords() {}

  /**
   * The stage of a run.
   *
   * @param testAccuracy the latest test accuracy; NaN before the first sample
   * @param fresh whether every step draws new examples
   */
  static Stage of(RunStatus status, double testAccuracy, boolean fresh) {
    return switch (status.state()) {
      case IDLE -> Stage.READY;
      case PREPARING -> Stage.PREPARING;
      case RUNNING -> running(status, testAccuracy, fresh);
      case PAUSED -> Stage.PAUSED;
      case FINISHED -> finished(status, testAccuracy);
      case STOPPED -> Stage.STOPPED;
      case DIVERGED -> Stage.DIVERGED;
      case FAILED -> Stage.FAILED;
    };
  }

  /**
   * Grokked, or grokked once.
   *
   * @param testAccuracy the latest; NaN when it is not known
   */
  static Stage grokked(double testAccuracy) {
    return testAccuracy < LOST_BELOW ? Stage.UNGROKKED : Stage.GROKKED;
  }

  /** The badge's words; a divergence names its step. */
  static String words(Stage stage, RunStatus status) {
    return stage == Stage.DIVERGED
        ? stage.words() + " at step " + Words.count(status.step())
        : stage.words();
  }

  private static Stage running(RunStatus status, double testAccuracy, boolean fresh) {
    if (status.grokked().isPresent()) {
      return grokked(testAccuracy);
    }
    if (fresh) {
      return Stage.LEARNING;
    }
    if (status.memorized().isEmpty()) {
      return Stage.MEMORISING;
    }
    // Written so that NaN, nothing measured yet, waits.
    return testAccuracy >= WAITING_BELOW ? Stage.GENERALISING : Stage.WAITING;
  }

  /**
   * The end of a run that has not grokked.
   *
   * @param memorized whether the training set is learned
   * @param testAccuracy the latest; NaN when it is not known
   */
  static Stage ungrokked(boolean memorized, double testAccuracy) {
    if (!memorized) {
      return Stage.NOT_LEARNED;
    }
    return testAccuracy >= WAITING_BELOW ? Stage.PARTLY : Stage.MEMORISED_ONLY;
  }

  private static Stage finished(RunStatus status, double testAccuracy) {
    if (status.grokked().isPresent()) {
      return grokked(testAccuracy);
    }
    return ungrokked(status.memorized().isPresent(), testAccuracy);
  }
}
