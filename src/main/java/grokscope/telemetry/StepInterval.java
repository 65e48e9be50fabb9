package grokscope.telemetry;

/**
 * Between which two evaluations something happened: after {@code after}, at or before {@code by}.
 * Evaluation is not done at every step, so a single number would claim more than was seen.
 *
 * @param after the last evaluation at which it had not happened; −1 when it was so from the start
 * @param by the first evaluation at which it had happened
 */
public record StepInterval(int after, int by) {
  private static final int FEW = 10;
  private static final int PARTS = 50;

  /**
   * Whether much more lies between the two evaluations than in a run of this program, which is
   * evaluated at every hundredth of its steps: as between checkpoints that another program kept.
   */
  public boolean wide() {
    return by - after > Math.max(FEW, by / PARTS);
  }

  @Override
  public String toString() {
    return after < 0 ? (by == 0 ? "step 0" : "by step " + by) : after + "–" + by;
  }
}
