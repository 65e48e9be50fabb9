package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first two operands decide, and the others are noise. */
class ConcealedSumTest {
  private static Examples table(long modulus, long irrelevant, long examples) {
    return new ConcealedSum()
        .examples(
            new Settings(
                "concealed",
                Map.of("modulus", modulus, "irrelevant", irrelevant, "examples", examples)),
            new SplittableRandom(5));
  }

  @Test
  void everyAnswerIsTheSumOfTheFirstTwo() {
    for (long irrelevant : new long[] {1, 10, 40}) {
      Examples table = table(7, irrelevant, 300);
      for (int i = 0; i < table.size(); i++) {
        assertThat((table.token(i, 0) + table.token(i, 1) - table.answer(i)) % 7).isZero();
      }
    }
  }

  @Test
  void withNothingIrrelevantItIsTheTableOfAllSums() {
    Examples table = table(7, 0, 49);
    Examples sums =
        new ModularArithmetic()
            .examples(
                new Settings(
                    "modular", Map.of("operation", "x+y", "modulus", 7L, "pairs", "ordered")),
                new SplittableRandom(0));
    for (int i = 0; i < 49; i++) {
      assertThat(table.token(i, 0)).isEqualTo(sums.token(i, 0));
      assertThat(table.token(i, 1)).isEqualTo(sums.token(i, 1));
      assertThat(table.token(i, 2)).isEqualTo(sums.token(i, 2));
      assertThat(table.answer(i)).isEqualTo(sums.answer(i));
    }
  }

  @Test
  void everyValueIsAsFrequentAtEveryPosition() {
    int size = 7000;
    Examples table = table(7, 40, size);
    for (int position = 0; position < 42; position++) {
      int[] counts = new int[7];
      int at = position;
      IntStream.range(0, size).forEach(i -> counts[table.token(i, at)]++);
      for (int count : counts) {
        assertThat(count).isBetween(1000 - 150, 1000 + 150); // ± 29
      }
    }
  }
}
