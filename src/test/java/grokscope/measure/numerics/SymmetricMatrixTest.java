package grokscope.measure.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.measure.FeatureRank;
import grokscope.measure.LocalComplexity;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {
  private static double[] eigenvalues(double[][] rows) {
    return new SymmetricMatrix(rows).eigenvalues();
  }

  @Test
  void aDiagonalIsItsOwn() {
    double[][] rows = {{3, 0, 0}, {0, -2, 0}, {0, 0, 0}};
    assertThat(eigenvalues(rows)).containsExactly(new double[] {-2, 0, 3}, within(1e-14));
    assertThat(eigenvalues(new double[][] {{5}})).containsExactly(new double[] {5}, within(1e-14));
  }

  /** 2 on the diagonal and −1 beside it has 2 − 2·cos(πk/(n+1)). */
  @Test
  void threeDiagonalsByTheirFormula() {
    int n = 9;
    double[][] rows = new double[n][n];
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      rows[i][i] = 2;
      if (i > 0) {
        rows[i][i - 1] = -1;
        rows[i - 1][i] = -1;
      }
      expected[i] = 2 - 2 * Math.cos(Math.PI * (i + 1) / (n + 1));
    }
    assertThat(eigenvalues(rows)).containsExactly(expected, within(1e-13));
  }

  /** 37 values over random orthonormal vectors, most of them 0. */
  @Test
  void aDenseMatrixOfLowRankHasTheValuesItWasMadeOf() {
    int n = 37;
    double[] expected = new double[n];
    expected[n - 1] = 4;
    expected[n - 2] = 1e-3;
    expected[0] = -2;
    double[][] frame =
        new LocalComplexity(point -> new double[0][], 1, n, new SplittableRandom(1)).frame(n);
    double[][] rows = new double[n][n];
    for (int v = 0; v < n; v++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          rows[i][j] += expected[v] * frame[v][i] * frame[v][j];
        }
      }
    }
    assertThat(eigenvalues(rows)).containsExactly(expected, within(1e-13));
  }

  @Test
  void nothingHasNothing() {
    assertThat(eigenvalues(new double[4][4])).containsOnly(0);
  }

  /** Three different rows, over and over. */
  @Test
  void repeatedRowsDoNotAddToARank() {
    SplittableRandom random = new SplittableRandom(2);
    float[] rows = new float[40 * 60];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i < 180 ? (float) random.nextGaussian() : rows[i - 180];
    }
    assertThat(FeatureRank.of(rows, 60, FeatureRank.USUAL_CUT)).isEqualTo(3);
  }
}
