package grokscope.train.look;

import grokscope.task.Examples;
import grokscope.telemetry.snapshot.AnswerGrid;
import java.util.Arrays;

/** Collects what a network answers to every pair. Lanes write entries of their own examples. */
final class AnswerReader implements ExampleReader {
  private final Examples examples;
  private final PairIndex pairs;
  private final boolean[] train;
  private final int classes;
  private final int[] predicted;
  private final float[] probability;
  private final float[] confidence;

  /**
   * A reader.
   *
   * @param trained for each example whether it is trained on
   */
  AnswerReader(Examples examples, PairIndex pairs, boolean[] trained) {
    this.examples = examples;
    this.pairs = pairs;
    this.classes = examples.shape().classes();
    this.train = new boolean[pairs.pairs()];
    for (int row = 0; row < trained.length; row++) {
      train[pairs.pair()[row]] = trained[row];
    }
    predicted = new int[pairs.pairs()];
    Arrays.fill(predicted, -1);
    probability = new float[pairs.pairs()];
    confidence = new float[pairs.pairs()];
  }

  @Override
  public void read(ForwardPass forwardPass) {
    float[] row = new float[forwardPass.logits().columns()];
    for (int i = 0; i < forwardPass.size(); i++) {
      int example = forwardPass.example(i);
      forwardPass.logits().copyRow(i, row, 0, row.length);
      int pair = pairs.pair()[example];
      int best = largest(row);
      predicted[pair] = best;
      double[] shares = softmaxOf(row, best, examples.answer(example));
      confidence[pair] = (float) shares[0];
      probability[pair] = (float) shares[1];
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
  AnswerGrid grid() {
    int[] answer = new int[pairs.pairs()];
    Arrays.setAll(answer, i -> pairs.example()[i] < 0 ? -1 : examples.answer(pairs.example()[i]));
    return new AnswerGrid(
        pairs.side(), pairs.example().clone(), answer, train, predicted, probability, confidence);
  }
}
