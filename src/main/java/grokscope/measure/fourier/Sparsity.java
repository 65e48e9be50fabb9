package grokscope.measure.fourier;

import java.util.Arrays;

/** How unequal a list of numbers is. */
public final class Sparsity {
  private Sparsity() {}

  /**
   * The Gini coefficient of non-negative values, sorted upwards: 1 − 2·Σ (c₍ᵢ₎/Σc)·((N−i+½)/N). 0
   * for equal values, 1 − 1/N for a single spike, NaN when all are 0. Hurley and Rickard 2009,
   * "Comparing measures of sparsity".
   */
  public static double gini(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = Arrays.stream(sorted).sum();
    double weighted = 0;
    for (int i = 1; i <= sorted.length; i++) {
      weighted += sorted[i - 1] / sum * (sorted.length - i + 0.5) / sorted.length;
    }
    return 1 - 2 * weighted;
  }

  /**
   * The inverse participation ratio Σ|w|^(2r) / (Σ|w|²)^r: 1 for a single spike, N^(1−r) for N
   * values alike, NaN when all are 0. Doshi et al. 2023 (arXiv 2310.13061) take r = 2 and the
   * Fourier components of one neuron's weights, cosine and sine apart.
   */
  public static double participation(double[] values, int r) {
    double powers = 0;
    double squares = 0;
    for (double value : values) {
      powers += Math.pow(value * value, r);
      squares += value * value;
    }
    return powers / Math.pow(squares, r);
  }
}
