package grokscope.telemetry;

/**
 * Between which two evaluations something happened: after {@code after}, at or before {@code by}.
 * Evaluation is not done at every step, so a single number would claim more than was seen.
 *
 * @param after the last evaluation at which it had not happened; −1 when it was so from the start
 * @param by the first evaluation at which it had happened
 */
public record StepInterval(int after, int by) {
  @Override
  public String toString() {
    return after < 0 ? "step " + by : after + "–" + by;
  }
}
