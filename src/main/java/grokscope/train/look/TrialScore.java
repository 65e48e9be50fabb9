package grokscope.train.look;

/**
 * How well a network answers a task that it may have been trained for. Immutable, any thread.
 *
 * @param loss mean loss of all examples
 * @param accuracy share of right answers
 * @param lossWhereRight mean loss of those that are right: small for a network that is what it is
 *     taken for, whatever it says of examples that it has not learned; NaN where that is not known
 */
public record TrialScore(double loss, double accuracy, double lossWhereRight) {
  /** Of a candidate that was not tried. */
  public static final TrialScore NONE = new TrialScore(Double.NaN, Double.NaN, Double.NaN);
}
