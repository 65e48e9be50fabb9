package grokscope.measure.fourier;

/**
 * Means of logits over the pairs with one sum: all that the sum directions see of them. One pass
 * over the p³ logits.
 *
 * <p>Why they are enough: u_k and v_k depend on a pair through its sum s only, so ⟨L_c,u_k⟩u_k +
 * ⟨L_c,v_k⟩v_k at sum s is (2/p)·Σ_t cos(2πk(s−t)/p)·M(t,c) with M(t,c) the mean of L(·,·,c) over
 * the p pairs of sum t.
 */
final class SumMeans {
  private final int p;
  private final double[] bySum;
  private final double[] byClass;
  private final double centeredSquares;

  private SumMeans(int p, double[] bySum, double centeredSquares) {
    this.p = p;
    this.bySum = bySum;
    this.byClass = new double[p];
    this.centeredSquares = centeredSquares;
    for (int i = 0; i < bySum.length; i++) {
      bySum[i] /= p;
      byClass[i % p] += bySum[i] / p;
    }
  }

  /**
   * The means of logits.
   *
   * @param logits p² rows, one per pair; the first p columns are the classes
   */
  static SumMeans of(SumPairs pairs, Table logits) {
    int p = pairs.p();
    double[] sums = new double[p * p];
    double[] squares = new double[p];
    double ofRows = 0;
    float[] values = logits.values();
    for (int pair = 0; pair < pairs.count(); pair++) {
      int from = pair * logits.columns();
      int to = pairs.sum(pair) * p;
      for (int c = 0; c < p; c++) {
        sums[to + c] += values[from + c];
      }
      for (int c = 0; c < p; c++) {
        double value = values[from + c];
        squares[c] += value * value;
      }
      double row = sum(values, from, p);
      ofRows += row * row / p;
    }
    double all = 0;
    for (double square : squares) {
      all += square;
    }
    return new SumMeans(p, sums, all - ofRows);
  }

  /** Four sums side by side: one alone waits for itself. */
  private static double sum(float[] values, int from, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < from + count; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < from + count; i++) {
      a += values[i];
    }
    return a + b + (c + d);
  }

  int p() {
    return p;
  }

  /** M(s, c) at s·p + c. */
  double[] bySum() {
    return bySum;
  }

  /** The mean over all pairs, for each class. */
  double[] byClass() {
    return byClass;
  }

  /** The mean over the p² cells (a, b, c) with a+b−c ≡ d, for each d. */
  double[] byDifference() {
    double[] means = new double[p];
    for (int s = 0; s < p; s++) {
      for (int c = 0; c < p; c++) {
        means[Math.floorMod(s - c, p)] += bySum[s * p + c] / p;
      }
    }
    return means;
  }

  /** Σ over the cube of the squares of the logits less their mean over the classes. */
  double centeredSquares() {
    return centeredSquares;
  }
}
