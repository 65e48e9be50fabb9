package grokscope.train.loop;

import grokscope.telemetry.Checkpoint;
import java.util.List;

/**
 * At which steps a checkpoint is made: 0, 10, 30, 100 and then always three tenths later (130, 169,
 * 219, 284, …), or at fixed distances. Only the step decides, so a resumed run has the checkpoints
 * of one that was never interrupted. Trainer thread only.
 */
final class CheckpointSchedule {
  private static final List<Integer> FIRST = List.of(10, 30, 100);
  private static final int TENTHS = 3;

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
    return FIRST.stream()
        .filter(first -> first > step)
        .mapToLong(first -> first)
        .findFirst()
        .orElse(step + (long) step * TENTHS / 10);
  }
}
