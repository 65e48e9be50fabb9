package grokscope.measure;

import grokscope.measure.numerics.SymmetricMatrix;
import java.util.Arrays;

/**
 * The numerical rank of a layer's features over examples: how many singular values exceed a share
 * of the largest. Fan et al. 2024 (arXiv 2405.19454).
 */
public final class FeatureRank {
  /** The customary share of the largest singular value. */
  public static final double USUAL_CUT = 1e-3;

  private FeatureRank() {}

  /**
   * The rank. The cost grows with rows · columns · the smaller of them: with many examples, some
   * hundred of them are enough, as the rank cannot exceed the width.
   *
   * @param features rows × columns values, one row per example
   * @param columns the width of the layer
   * @param cut share of the largest singular value, at least 1e-6 (smaller ones are rounding)
   */
  public static int of(float[] features, int columns, double cut) {
    double[] values = new double[features.length];
    Arrays.setAll(values, i -> features[i]);
    double[] squares =
        SymmetricMatrix.squaredSingularValues(values, features.length / columns, columns);
    double largest = Arrays.stream(squares).max().orElse(0);
    return (int) Arrays.stream(squares).filter(square -> square > cut * cut * largest).count();
  }
}
