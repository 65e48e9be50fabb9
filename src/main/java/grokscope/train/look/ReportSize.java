package grokscope.train.look;

/**
 * How much a report is of. Immutable, any thread.
 *
 * @param weights how many numbers the network has
 * @param trained how many examples are trained on; 0 where every step draws new ones
 * @param hidden how many are hidden
 */
public record ReportSize(long weights, int trained, int hidden) {
  /** All examples. */
  public int examples() {
    return trained + hidden;
  }
}
