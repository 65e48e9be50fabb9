package grokscope.telemetry.snapshot;

import java.util.Arrays;

/**
 * What a network says to one example. Nobody writes to the arrays after construction; any thread
 * may read.
 *
 * @param example the row of the task's table; −1 where it is not in the table
 * @param tokens of the sequence; none where examples are real numbers
 * @param positions where the sequence is answered
 * @param labels what the network is to answer at each of these: of a trained example the answers
 *     that it is trained with, which may be wrong
 * @param rule the right answers
 * @param membership what the example is to the run
 * @param logits of all classes, answer after answer
 */
// Plain arrays on purpose: nothing compares predictions.
@SuppressWarnings("ArrayRecordComponent")
public record Prediction(
    int example,
    int[] tokens,
    int[] positions,
    int[] labels,
    int[] rule,
    Membership membership,
    float[] logits) {
  /** How many answers there are. */
  public int answers() {
    return rule.length;
  }

  /** The logits of the n-th answer. */
  public float[] logits(int n) {
    int classes = logits.length / rule.length;
    return Arrays.copyOfRange(logits, n * classes, (n + 1) * classes);
  }

  /** Whether the network is trained on it. */
  public boolean train() {
    return membership == Membership.TRAINED;
  }
}
