package grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void aValueHasAboutThreeDigits() {
    assertThat(NumberText.threeDigits(0.12345)).isEqualTo("0.123");
    assertThat(NumberText.threeDigits(-1.2345)).isEqualTo("−1.23");
    assertThat(NumberText.threeDigits(1234.4)).isEqualTo("1234");
  }

  @Test
  void whatIsRoundedToZeroHasNoSign() {
    for (double value : new double[] {0, -0.0, -1e-17, -0.0004, 0.0004}) {
      assertThat(NumberText.threeDigits(value)).as("%s", value).isEqualTo("0.000");
    }
    assertThat(NumberText.threeDigits(-0.0006)).isEqualTo("−0.001");
  }
}
