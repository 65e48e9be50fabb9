package grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RepresentationTest {
  private static float[] random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Number x at (cos, sin) of 2πkx/p in the first two of some dimensions. */
  private static float[] circle(int p, int columns) {
    float[] values = new float[p * columns];
    for (int x = 0; x < p; x++) {
      values[x * columns] = (float) Math.cos(2 * Math.PI * x / p);
      values[x * columns + 1] = (float) Math.sin(2 * Math.PI * x / p);
    }
    return values;
  }

  @Test
  void numbersOnALineAreAllParallelograms() {
    float[] line = new float[10 * 3];
    for (int x = 0; x < 10; x++) {
      line[3 * x] = 2 * x;
      line[3 * x + 1] = 5 - x;
    }
    RepresentationQuality quality =
        RepresentationQuality.ofNumbers(line, 3, RepresentationQuality.USUAL_TOLERANCE);
    assertThat(quality.index()).isEqualTo(1);
    // Sum s of 0 … 9 has 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1 pairs.
    assertThat(quality.possible()).isEqualTo(3 * 10 + 4 * 6 + 4 * 3 + 4);
    assertThat(RepresentationQuality.ofResidues(line, 3, 0.01).index()).isLessThan(1);
    assertThat(EffectiveDimension.of(line, 3)).isCloseTo(1, within(1e-6));
  }

  @Test
  void randomNumbersAreNone() {
    RepresentationQuality quality = RepresentationQuality.ofResidues(random(13 * 8, 1), 8, 0.01);
    // Each of the 13 sums has 7 pairs.
    assertThat(quality.possible()).isEqualTo(13 * 21);
    assertThat(quality.found()).isZero();
  }

  @Test
  void theToleranceIsRelativeToTheScale() {
    float[] values = {0, 1, 2, 3.1f};
    float[] scaled = {0, 1000, 2000, 3100};
    // Possible: 0+2 and 1+1, 0+3 and 1+2, 1+3 and 2+2; off by 0, 0.1 and 0.1; scale 1.154.
    assertThat(RepresentationQuality.ofNumbers(values, 1, 0.08))
        .isEqualTo(new RepresentationQuality(3, 1));
    assertThat(RepresentationQuality.ofNumbers(values, 1, 0.09))
        .isEqualTo(new RepresentationQuality(3, 3));
    assertThat(RepresentationQuality.ofNumbers(scaled, 1, 0.08).found()).isEqualTo(1);
    assertThat(RepresentationQuality.ofNumbers(scaled, 1, 0.09).found()).isEqualTo(3);
  }

  @Test
  void effectiveDimensionOfACircleIsTwoAndOfASimplexAllButOne() {
    assertThat(EffectiveDimension.of(circle(13, 5), 5)).isCloseTo(2, within(1e-5));
    float[] simplex = new float[6 * 6];
    for (int i = 0; i < 6; i++) {
      simplex[7 * i] = 3;
    }
    assertThat(EffectiveDimension.of(simplex, 6)).isCloseTo(5, within(1e-5));
    assertThat(EffectiveDimension.of(new float[12], 3)).isZero();
  }

  @Test
  void theRankOfAProductIsItsInnerWidth() {
    float[] left = random(40 * 3, 2);
    float[] right = random(3 * 20, 3);
    float[] product = new float[40 * 20];
    for (int i = 0; i < product.length; i++) {
      for (int k = 0; k < 3; k++) {
        product[i] += left[i / 20 * 3 + k] * right[k * 20 + i % 20];
      }
    }
    assertThat(FeatureRank.of(product, 20, FeatureRank.USUAL_CUT)).isEqualTo(3);
    assertThat(FeatureRank.of(random(20 * 30, 4), 30, FeatureRank.USUAL_CUT)).isEqualTo(20);
    assertThat(FeatureRank.of(new float[12], 3, FeatureRank.USUAL_CUT)).isZero();
  }

  @Test
  void theCutIsAShareOfTheLargestSingularValue() {
    float[] diagonal = {100, 0, 0, 0, 1.01f, 0, 0, 0, 0.99f};
    assertThat(FeatureRank.of(diagonal, 3, 0.01)).isEqualTo(2);
  }
}
