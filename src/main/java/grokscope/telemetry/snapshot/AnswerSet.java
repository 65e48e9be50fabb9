package grokscope.telemetry.snapshot;

/**
 * A network's answers to many examples, an entry for each. Nobody writes to the arrays after
 * construction; any thread may read.
 *
 * @param label what the network is to answer: of a trained example the answer that it is trained
 *     with, which may be wrong; of a hidden one always the right one. −1 where there is no example
 * @param rule the right answer; −1 likewise
 * @param train whether it is trained on the example
 * @param predicted the class with the largest logit; −1 where there is no example
 * @param probability what the softmax gives to the label; 0 likewise
 * @param confidence what it gives to the predicted class; 0 likewise
 */
// Plain arrays on purpose: they are large, and nothing compares sets.
@SuppressWarnings("ArrayRecordComponent")
public record AnswerSet(
    int[] label,
    int[] rule,
    boolean[] train,
    int[] predicted,
    float[] probability,
    float[] confidence) {
  /** How many entries there are. */
  public int size() {
    return label.length;
  }

  /** Whether an entry has an example. */
  public boolean has(int entry) {
    return label[entry] >= 0;
  }

  /** Whether there is an answer to an entry: what has no number for a probability is none. */
  public boolean answered(int entry) {
    return has(entry) && !Float.isNaN(confidence[entry]);
  }

  /** Whether an entry is answered as its label says. */
  public boolean right(int entry) {
    return predicted[entry] == label[entry] && answered(entry);
  }

  /** Whether the network is trained on a wrong answer to an entry. */
  public boolean mislabeled(int entry) {
    return label[entry] != rule[entry];
  }

  /** Whether an entry is answered by the rule, whatever its label says. */
  public boolean byRule(int entry) {
    return predicted[entry] == rule[entry] && answered(entry);
  }
}
