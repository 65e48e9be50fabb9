package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sequence and its last digit read as text are a true equation. */
class DigitAdditionTest {
  private static Settings settings(long digits, long examples, String data) {
    return new Settings(
        "digit-addition", Map.of("digits", digits, "examples", examples, "data", data));
  }

  private static Examples table(long digits, long examples) {
    return new DigitAddition()
        .examples(settings(digits, examples, "finite"), new SplittableRandom(3));
  }

  private static String text(Examples table, int example) {
    TaskShape shape = table.shape();
    String read =
        IntStream.range(0, shape.context())
            .mapToObj(position -> "0123456789+=".charAt(table.token(example, position)))
            .map(String::valueOf)
            .collect(Collectors.joining());
    return read + table.answer(example, shape.answers() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void everySequenceIsATrueEquation(int digits) {
    Examples table = table(digits, 500);
    for (int i = 0; i < table.size(); i++) {
      String text = text(table, i);
      assertThat(text).matches("\\d{%1$d}\\+\\d{%1$d}=\\d{%2$d}".formatted(digits, digits + 1));
      String[] sides = text.split("=", -1);
      String[] operands = sides[0].split("\\+", -1);
      assertThat(Integer.parseInt(operands[0]) + Integer.parseInt(operands[1]))
          .isEqualTo(Integer.parseInt(sides[1]));
    }
  }

  @Test
  void everyDigitOfTheSumIsAnsweredOneTokenBeforeItStandsThere() {
    Examples table = table(3, 100);
    assertThat(table.shape().allAnswers()).isEqualTo(4);
    for (int i = 0; i < table.size(); i++) {
      String text = text(table, i);
      for (int n = 0; n < 4; n++) {
        assertThat(table.position(i, n)).isEqualTo(text.indexOf('=') + n);
        assertThat(table.answer(i, n)).isEqualTo(text.charAt(table.position(i, n) + 1) - '0');
      }
    }
  }

  @Test
  void aTableCanHaveAllPairs() {
    Examples table = table(2, 10_000);
    Set<String> texts = new HashSet<>();
    IntStream.range(0, table.size()).forEach(i -> texts.add(text(table, i)));
    assertThat(texts).hasSize(10_000);
  }

  @Test
  void digitsOfXAndYAreDrawnEvenly() {
    Settings settings = settings(5, 4, "unlimited");
    Source source = new DigitAddition().source(settings, new SplittableRandom(1)).orElseThrow();
    Examples drawn = source.draw(10_000, new SplittableRandom(2));
    for (int position : new int[] {0, 1, 4, 6, 10}) {
      int[] counts = new int[10];
      IntStream.range(0, drawn.size()).forEach(i -> counts[drawn.token(i, position)]++);
      for (int count : counts) {
        assertThat(count).isBetween(1000 - 150, 1000 + 150); // ± 30
      }
    }
  }
}
