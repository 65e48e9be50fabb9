package grokscope.kernel.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VectorExpTest {
  private static double[] of(double... x) {
    VectorExp.replace(x, x.length);
    return x;
  }

  @Test
  void isTheExponentialToAlmostAllDigits() {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = random.doubles(200_000, -75, 75).toArray();
    double[] seen = of(x.clone());
    for (int i = 0; i < x.length; i++) {
      double exact = StrictMath.exp(x[i]);
      assertThat(seen[i]).as("at %s", x[i]).isCloseTo(exact, Offset.offset(1e-12 * exact + 3e-33));
    }
  }

  @Test
  void isExactAtZeroAndZeroFarBelow() {
    double[] seen = of(0, -0.0, -75.001, Double.NEGATIVE_INFINITY, Double.NaN);
    assertThat(seen).containsExactly(1, 1, 0, 0, Double.NaN);
  }

  @Test
  void leavesTheRestOfTheArrayAlone() {
    double[] x = {-1, -2, -3};
    VectorExp.replace(x, 2);
    assertThat(x[2]).isEqualTo(-3);
  }
}
