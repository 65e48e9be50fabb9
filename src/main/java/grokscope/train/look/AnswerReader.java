package grokscope.train.look;

import grokscope.task.Examples;
import grokscope.telemetry.snapshot.AnswerSet;
import java.util.Arrays;

/** Collects what a network answers to every example. Lanes write entries of their own examples. */
final class AnswerReader implements ExampleReader {
  private final int[] entry;
  private final int classes;
  private final int[] label;
  private final int[] rule;
  private final boolean[] train;
  private final int[] predicted;
  private final float[] probability;
  private final float[] confidence;

  /**
   * A reader.
   *
   * @param truth all examples with the right answers
   * @param labels with those that are trained
   * @param trained for each example whether it is trained on
   * @param entry where each example is to stand
   * @param entries how many places there are
   */
  AnswerReader(Examples truth, Examples labels, boolean[] trained, int[] entry, int entries) {
    this.entry = entry;
    this.classes = truth.shape().classes();
    this.label = none(entries);
    this.rule = none(entries);
    this.predicted = none(entries);
    this.train = new boolean[entries];
    this.probability = new float[entries];
    this.confidence = new float[entries];
    for (int row = 0; row < entry.length; row++) {
      int at = entry[row];
      rule[at] = truth.answer(row);
      label[at] = trained[row] ? labels.answer(row) : truth.answer(row);
      train[at] = trained[row];
    }
  }

  private static int[] none(int entries) {
    int[] none = new int[entries];
    Arrays.fill(none, -1);
    return none;
  }

  @Override
  public void read(ForwardPass forwardPass) {
    float[] row = new float[forwardPass.logits().columns()];
    for (int i = 0; i < forwardPass.size(); i++) {
      forwardPass.logits().copyRow(i, row, 0, row.length);
      int at = entry[forwardPass.example(i)];
      int best = largest(row);
      predicted[at] = best;
      double[] shares = softmaxOf(row, best, label[at]);
      confidence[at] = (float) shares[0];
      probability[at] = (float) shares[1];
    }
  }

  /** Among the numbers: marks such as "=" are no answers. */
  private int largest(float[] row) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (row[c] > row[best]) {
        best = c;
      }
    }
    return best;
  }

  /** The probabilities of two classes. */
  private static double[] softmaxOf(float[] row, int first, int second) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : row) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : row) {
      sum += Math.exp(logit - max);
    }
    return new double[] {Math.exp(row[first] - max) / sum, Math.exp(row[second] - max) / sum};
  }

  /** What was collected. */
  AnswerSet answers() {
    return new AnswerSet(label, rule, train, predicted, probability, confidence);
  }
}
