package grokscope.kernel;

/** Adds up the loss and the right answers of several batches. One thread at a time. */
public final class LossSum {
  private double loss;
  private int right;
  private int examples;

  /** Adds a batch. */
  public void add(double lossSum, int rightAnswers, int count) {
    loss += lossSum;
    right += rightAnswers;
    examples += count;
  }

  /** Adds another sum. */
  public void add(LossSum other) {
    add(other.loss, other.right, other.examples);
  }

  /** Back to nothing. */
  public void clear() {
    loss = 0;
    right = 0;
    examples = 0;
  }

  /** Carries the sum over to a resumed run. */
  public void archive(String name, StateArchive state) {
    loss = state.real(name + ".loss", loss);
    right = state.count(name + ".right", right);
    examples = state.count(name + ".examples", examples);
  }

  /** The mean loss, in nats if it is a cross-entropy; NaN without examples. */
  public double meanLoss() {
    return examples == 0 ? Double.NaN : loss / examples;
  }

  /** The share of right answers; NaN without examples. */
  public double accuracy() {
    return examples == 0 ? Double.NaN : (double) right / examples;
  }
}
