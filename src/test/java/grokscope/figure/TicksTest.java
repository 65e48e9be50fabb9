package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static List<String> labels(Ticks ticks) {
    return Arrays.stream(ticks.major()).mapToObj(ticks::label).toList();
  }

  @Test
  void stepsAreWholeAndGroupedInThrees() {
    assertThat(labels(Ticks.steps(0, 5000, 6)))
        .containsExactly("0", "1\u202f000", "2\u202f000", "3\u202f000", "4\u202f000", "5\u202f000");
    assertThat(labels(Ticks.steps(10.3, 14.2, 12))).containsExactly("11", "12", "13", "14");
  }

  @Test
  void logStepsBeginAtZero() {
    assertThat(labels(Ticks.logSteps(StepScale.LOG_ZERO, 20_000, 11)))
        .containsExactly("0", "1", "10", "100", "1\u202f000", "10\u202f000");
  }

  @Test
  void aShortLogRangeStillHasTicks() {
    assertThat(labels(Ticks.logSteps(210, 380, 6))).contains("250", "300", "350");
    assertThat(labels(Ticks.logSteps(12, 900, 11)))
        .containsExactly("20", "50", "100", "200", "500");
  }

  @Test
  void valuesHaveAsManyDecimalsAsTheirUnit() {
    assertThat(labels(Ticks.linear(-0.03, 1.03, 7)))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(Ticks.linear(0, 1500, 7)))
        .containsExactly("0", "500", "1\u202f000", "1\u202f500");
    assertThat(labels(Ticks.linear(0, 0.04, 5)))
        .containsExactly("0.00", "0.01", "0.02", "0.03", "0.04");
  }

  @Test
  void lossesArePowersOfTenAndThinnedEvenly() {
    assertThat(labels(Ticks.logarithmic(1e-4, 10, 9)))
        .containsExactly("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹");
    assertThat(labels(Ticks.logarithmic(1e-12, 100, 8)))
        .containsExactly("10⁻¹²", "10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰", "10²");
    assertThat(labels(Ticks.logarithmic(0.3, 10, 9))).containsExactly("0.3", "1", "3", "10");
  }

  @Test
  void noTickLiesOutside() {
    for (double min : new double[] {1e-12, 3e-7, 0.1, 1}) {
      for (double factor : new double[] {10, 300, 1e9}) {
        for (int room : new int[] {0, 1, 3, 9}) {
          Ticks ticks = Ticks.logarithmic(min, min * factor, room);
          assertThat(ticks.major()).isSorted();
          assertThat(Arrays.stream(ticks.major()))
              .allMatch(tick -> tick >= min * 0.999 && tick <= min * factor * 1.001);
        }
      }
    }
  }
}
