package grokscope.train.loop;

import grokscope.telemetry.Checkpoint;

/**
 * At which steps a checkpoint is made: 0, 1, 2, 5, 10, 20, 50, 100 and then every twentieth part of
 * the step (100, 105, 110, 115, 120, 126, …), or at fixed distances. Only the step decides, so a
 * resumed run has the checkpoints of one that was never interrupted. Trainer thread only.
 */
final class CheckpointSchedule {
  private static final int DECADES = 100; // up to here 1, 2, 5, 10, …
  private static final int PARTS = 20;

  private final int every;
  private int next;

  /**
   * A schedule.
   *
   * @param every the fixed distance; 0 for distances that grow with the step
   */
  CheckpointSchedule(int every) {
    this.every = every;
  }

  /** Whether a checkpoint is due; ask in the order of the steps, leaving out what was before. */
  boolean isDue(int step) {
    while (next < step) {
      next = after(next);
    }
    return next == step;
  }

  /** Why one is made when it is due. */
  Checkpoint.Reason reason() {
    return every > 0 ? Checkpoint.Reason.REGULAR : Checkpoint.Reason.DUE;
  }

  private int after(int step) {
    long following = every > 0 ? step + (long) every : grown(step);
    return (int) Math.min(following, Integer.MAX_VALUE);
  }

  private static long grown(int step) {
    if (step == 0) {
      return 1;
    }
    if (step >= DECADES) {
      return (long) step + step / PARTS;
    }
    int power = 1;
    while (power * 10 <= step) {
      power *= 10;
    }
    int first = step / power;
    return power * (first == 1 ? 2L : first == 2 ? 5L : 10L);
  }
}
