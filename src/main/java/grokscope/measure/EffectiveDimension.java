package grokscope.measure;

import grokscope.measure.numerics.SymmetricMatrix;
import java.util.Arrays;

/**
 * How many directions the rows of an embedding spread over: exp of the entropy of their normalised
 * PCA variances. 1 on a line, d when spread evenly in d directions. Liu et al. 2022 (arXiv
 * 2205.10343).
 */
public final class EffectiveDimension {
  private EffectiveDimension() {}

  /**
   * The effective dimension; 0 when all rows are the same.
   *
   * @param embedding rows × columns values, one row per token
   * @param columns the width of the embedding
   */
  public static double of(float[] embedding, int columns) {
    int rows = embedding.length / columns;
    double[] centered = new double[rows * columns];
    for (int column = 0; column < columns; column++) {
      double mean = 0;
      for (int i = column; i < centered.length; i += columns) {
        mean += (double) embedding[i] / rows;
      }
      for (int i = column; i < centered.length; i += columns) {
        centered[i] = embedding[i] - mean;
      }
    }
    double[] variances = SymmetricMatrix.squaredSingularValues(centered, rows, columns);
    double total = Arrays.stream(variances).filter(v -> v > 0).sum();
    if (total == 0) {
      return 0;
    }
    return Math.exp(
        Arrays.stream(variances)
            .filter(v -> v > 0)
            .map(v -> -v / total * Math.log(v / total))
            .sum());
  }
}
