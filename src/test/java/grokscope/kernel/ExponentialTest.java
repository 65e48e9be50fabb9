package grokscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExponentialTest {
  private final Exponential exponential = new Exponential();

  @Test
  void isTheExponentialToAlmostAllDigits() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      double x = -random.nextDouble() * 75;
      double exact = StrictMath.exp(x);
      assertThat(exponential.of(x) / exact).as("at %s", x).isCloseTo(1, Offset.offset(1e-15));
    }
  }

  @Test
  void isExactAtZeroAndZeroFarBelow() {
    assertThat(exponential.of(0)).isEqualTo(1);
    assertThat(exponential.of(-75.001)).isZero();
    assertThat(exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(exponential.of(Double.NaN)).isNaN();
  }
}
