package grokscope.train.look;

import grokscope.measure.SoftmaxSaturation;
import grokscope.measure.WorkingPrecision;

/** Counts the answers of which a softmax is certain. Each lane adds to counts of its own. */
final class SaturationReader implements ExampleReader {
  private final WorkingPrecision precision;
  private final double[] saturated;
  private final double[] zeroLoss;
  private final double[] answers;

  SaturationReader(WorkingPrecision precision, int lanes) {
    this.precision = precision;
    saturated = new double[lanes];
    zeroLoss = new double[lanes];
    answers = new double[lanes];
  }

  @Override
  public void read(ForwardPass forwardPass) {
    int[] right = forwardPass.batch().answers().all();
    int classes = forwardPass.logits().columns();
    float[] logits = new float[right.length * classes];
    for (int row = 0; row < right.length; row++) {
      forwardPass.logits().copyRow(row, logits, row * classes, classes);
    }
    SoftmaxSaturation found = SoftmaxSaturation.of(logits, right, precision);
    saturated[forwardPass.lane()] += found.saturatedShare() * right.length;
    zeroLoss[forwardPass.lane()] += found.zeroLossShare() * right.length;
    answers[forwardPass.lane()] += right.length;
  }

  /** The shares of all that was read. */
  SoftmaxSaturation found() {
    double all = sum(answers);
    return new SoftmaxSaturation(sum(saturated) / all, sum(zeroLoss) / all);
  }

  private static double sum(double[] lanes) {
    double sum = 0;
    for (double lane : lanes) {
      sum += Math.rint(lane); // counts, which shares times sizes are but for rounding
    }
    return sum;
  }
}
