package grokscope.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueTextTest {
  private static String text(Value value) {
    return ValueText.of(value, 4).replace('\u202f', ' ');
  }

  @Test
  void countsAreWholeAndOtherNumbersHaveTheirDigits() {
    assertThat(text(new Value.Whole(196))).isEqualTo("196");
    assertThat(text(new Value.Real(1))).isEqualTo("1.000");
    assertThat(text(new Value.Real(Double.NaN))).isEqualTo("not a number");
    assertThat(text(new Value.Real(Double.NEGATIVE_INFINITY))).isEqualTo("infinite");
    assertThat(text(new Value.Counts(Map.of(14, 3, 5, 2)))).isEqualTo("5: 2, 14: 3");
    assertThat(text(new Value.Words("used"))).isEqualTo("used");
  }

  /** That a share is small is not the same as that it is nothing. */
  @Test
  void smallSharesAreNoZeros() {
    assertThat(List.of(0.065, 0.0014, 5e-5, 4.9e-6, 1e-9, 0.0).stream().map(ValueText::share))
        .map(text -> text.replace('\u202f', ' '))
        .containsExactly("6.5 %", "0.1 %", "0.005 %", "0.0005 %", "< 0.0001 %", "0 %");
  }

  @Test
  void ofLongListsTheFirstAreWritten() {
    assertThat(text(new Value.Wholes(List.of()))).isEqualTo("none");
    assertThat(text(new Value.Wholes(IntStream.rangeClosed(1, 56).boxed().toList())))
        .startsWith("1, 2, 3, ")
        .endsWith("15, 16, … (56)");
  }
}
