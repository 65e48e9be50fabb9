package grokscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessibleTest {
  @ParameterizedTest
  @CsvSource({"10, 30, 60, 800", "700, 730, 60, 800", "780, 800, 60, 800", "736, 737, 60, 800"})
  void aTooltipDoesNotCoverWhatItDescribes(
      double top, double bottom, double height, double lowest) {
    double at = Accessible.beside(top, bottom, height, lowest);
    assertThat(at >= bottom || at + height <= top).as("at %s", at).isTrue();
    assertThat(at + height).isLessThanOrEqualTo(lowest);
    assertThat(at).isPositive();
  }
}
