package grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LocalComplexityTest {
  private static LocalComplexity of(double radius, int directions, long seed) {
    // Two layers: hyperplanes x₀ = 0 and x₀ = 1; and one that never changes, one at x₁ = 0.
    return new LocalComplexity(
        x -> new double[][] {{x[0], x[0] - 1}, {1 + x[0] * x[0], x[1], x[1]}},
        radius,
        directions,
        new SplittableRandom(seed));
  }

  @Test
  void countsNeuronsWhoseHyperplaneIsNear() {
    LocalComplexity complexity = of(0.1, 25, 3);
    assertThat(complexity.at(new double[] {0.01, 5})).containsExactly(1, 0);
    assertThat(complexity.at(new double[] {1.001, 0.001})).containsExactly(1, 2);
    assertThat(complexity.at(new double[] {0.5, 3})).containsExactly(0, 0);
    assertThat(complexity.mean(new double[][] {{0.01, 5}, {0.5, 3}})).containsExactly(0.5, 0);
  }

  @Test
  void aFullFrameReachesEveryHyperplaneWithinTheRadiusOverTheRootOfTheDimension() {
    // Some direction of a full frame in the plane has at least 1/√2 of its length along any axis,
    // and none more than 1.
    for (int seed = 0; seed < 50; seed++) {
      assertThat(of(1, 2, seed).at(new double[] {-0.7, 9})[0]).isEqualTo(1);
      assertThat(of(1, 2, seed).at(new double[] {-1.01, 9})[0]).isZero();
    }
  }

  @Test
  void theFrameIsOrthonormal() {
    double[][] frame = of(1, 25, 3).frame(40);
    assertThat(frame).hasDimensions(25, 40);
    for (int i = 0; i < 25; i++) {
      for (int j = 0; j < 25; j++) {
        double product = 0;
        for (int c = 0; c < 40; c++) {
          product += frame[i][c] * frame[j][c];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-14));
      }
    }
    assertThat(of(1, 25, 3).frame(3)).hasDimensions(3, 3);
  }
}
