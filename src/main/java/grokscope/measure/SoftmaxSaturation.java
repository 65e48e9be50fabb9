package grokscope.measure;

/**
 * How many rows of logits a softmax in the working precision can no longer tell from certainty: the
 * sum of the exponentials equals the greatest of them, the probability is exactly 1, and no other
 * class gets a gradient. Prieto et al. 2025 (arXiv 2501.04697) call it softmax collapse.
 *
 * @param saturatedShare share of rows whose probability of some class is exactly 1
 * @param zeroLossShare share of rows whose loss is exactly 0: that class is the right one
 */
public record SoftmaxSaturation(double saturatedShare, double zeroLossShare) {

  /**
   * Counts the rows.
   *
   * @param logits examples × classes values, row after row
   * @param answers the right class of each example
   * @param precision of the exponentials and of their sum
   */
  public static SoftmaxSaturation of(float[] logits, int[] answers, WorkingPrecision precision) {
    int classes = logits.length / answers.length;
    int saturated = 0;
    int zeroLoss = 0;
    for (int row = 0; row < answers.length; row++) {
      int from = row * classes;
      int greatest = from;
      for (int i = from; i < from + classes; i++) {
        greatest = logits[i] > logits[greatest] ? i : greatest;
      }
      if (sum(logits, from, classes, logits[greatest], precision) == 1) {
        saturated++;
        zeroLoss += greatest - from == answers[row] ? 1 : 0;
      }
    }
    return new SoftmaxSaturation(
        (double) saturated / answers.length, (double) zeroLoss / answers.length);
  }

  private static double sum(
      float[] logits, int from, int classes, double greatest, WorkingPrecision precision) {
    double sum = 0;
    for (int i = from; i < from + classes; i++) {
      sum = precision.round(sum + precision.round(Math.exp(logits[i] - greatest)));
    }
    return sum;
  }
}
