package grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumericsTest {
  @Test
  void singlePrecisionSaturatesWhereHalfAnUlpOfOneIsLost() {
    // 2^-24 = 5.96e-8 is lost beside 1 in float32, exp(-16.5) = 6.8e-8 is not, exp(-17) = 4.1e-8
    // is.
    float[] logits = {17, 0, 16.5f, 0, 0, 17, 3, 3};
    int[] answers = {0, 0, 0, 1};
    assertThat(SoftmaxSaturation.of(logits, answers, WorkingPrecision.SINGLE))
        .isEqualTo(new SoftmaxSaturation(0.5, 0.25));
    assertThat(SoftmaxSaturation.of(logits, answers, WorkingPrecision.DOUBLE))
        .isEqualTo(new SoftmaxSaturation(0, 0));
  }

  @Test
  void doublePrecisionSaturatesLater() {
    // 2^-53 = 1.1e-16 is exp(-36.7).
    float[] logits = {0, 36.5f, -5, 37};
    assertThat(SoftmaxSaturation.of(logits, new int[] {1, 1}, WorkingPrecision.DOUBLE))
        .isEqualTo(new SoftmaxSaturation(0.5, 0.5));
  }

  @Test
  void theCosineOfWeightsAndDescent() {
    DescentCosine grows = new DescentCosine();
    grows.add(new float[] {1, 2}, new float[] {-3, -6});
    grows.add(new float[] {2}, new float[] {-6});
    assertThat(grows.value()).isCloseTo(1, within(1e-15));
    DescentCosine turns = new DescentCosine();
    turns.add(new float[] {3, 4}, new float[] {-4, 3});
    assertThat(turns.value()).isZero();
    DescentCosine mixed = new DescentCosine();
    mixed.add(new float[] {1, 0}, new float[] {0, 0});
    mixed.add(new float[] {1}, new float[] {2});
    assertThat(mixed.value()).isCloseTo(-Math.sqrt(0.5), within(1e-15));
    assertThatThrownBy(() -> mixed.add(new float[2], new float[3]))
        .hasMessageContaining("2 weights have 3 gradients");
  }
}
