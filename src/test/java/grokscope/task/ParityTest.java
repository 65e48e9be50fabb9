package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer is the parity of k bits and of no others; found by brute force over the table. */
class ParityTest {
  private static Examples table(long bits, long relevant, long examples, long seed) {
    return new Parity()
        .examples(
            new Settings(
                "parity", Map.of("bits", bits, "relevant", relevant, "examples", examples)),
            new SplittableRandom(seed));
  }

  /** The bits of an example as a number, bit i for position i. */
  private static int input(Examples table, int example) {
    return IntStream.range(0, table.shape().operands())
        .map(i -> table.token(example, i) << i)
        .sum();
  }

  /** Every subset of the bits whose parity is the answer to every example. */
  private static List<Integer> explanations(Examples table) {
    List<Integer> found = new ArrayList<>();
    for (int subset = 0; subset < 1 << table.shape().operands(); subset++) {
      int chosen = subset;
      if (IntStream.range(0, table.size())
          .allMatch(i -> (Integer.bitCount(input(table, i) & chosen) & 1) == table.answer(i))) {
        found.add(subset);
      }
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "3, 3", "6, 2", "8, 3", "10, 10"})
  void overAllInputsOneSetOfSoManyBitsExplainsEveryAnswer(int bits, int relevant) {
    for (long seed = 0; seed < 5; seed++) {
      Examples table = table(bits, relevant, 1L << bits, seed);
      assertThat(IntStream.range(0, table.size()).map(i -> input(table, i)).distinct().count())
          .as("every input once")
          .isEqualTo(1L << bits);
      List<Integer> found = explanations(table);
      assertThat(found).hasSize(1);
      assertThat(Integer.bitCount(found.get(0))).isEqualTo(relevant);
      assertThat(IntStream.range(0, table.size()).map(table::answer).sum())
          .as("half of the answers are 1")
          .isEqualTo(1 << (bits - 1));
    }
  }

  @Test
  void exchangingIrrelevantBitsNeverChangesTheAnswerAndFlippingARelevantOneAlwaysDoes() {
    int bits = 9;
    Examples table = table(bits, 4, 1L << bits, 2);
    int relevant = explanations(table).get(0);
    Map<Integer, Integer> answers = new HashMap<>();
    IntStream.range(0, table.size()).forEach(i -> answers.put(input(table, i), table.answer(i)));
    for (int input : answers.keySet()) {
      for (int i = 0; i < bits; i++) {
        boolean decides = (relevant >> i & 1) == 1;
        assertThat(answers.get(input ^ 1 << i) != answers.get(input).intValue()).isEqualTo(decides);
        for (int j = 0; j < i; j++) {
          if (!decides && (relevant >> j & 1) == 0) {
            assertThat(answers.get(exchanged(input, i, j))).isEqualTo(answers.get(input));
          }
        }
      }
    }
  }

  private static int exchanged(int input, int i, int j) {
    int differ = (input >> i ^ input >> j) & 1;
    return input ^ (differ << i | differ << j);
  }

  @Test
  void theSeedChoosesTheBits() {
    int[] chosen = new int[8];
    Set<Integer> sets = new HashSet<>();
    for (long seed = 0; seed < 400; seed++) {
      int relevant = explanations(table(8, 2, 100, seed)).get(0);
      sets.add(relevant);
      IntStream.range(0, 8).forEach(i -> chosen[i] += relevant >> i & 1);
    }
    assertThat(sets).as("all 28 pairs of bits").hasSize(28);
    // Each bit is one of 2 of 8 in 400 draws: 100 ± 8.7.
    for (int count : chosen) {
      assertThat(count).isBetween(100 - 45, 100 + 45);
    }
  }

  @Test
  void bitsAndAnswersAreBalanced() {
    int size = 10_000;
    Examples table = table(60, 3, size, 1);
    for (int position = 0; position < 60; position++) {
      int at = position;
      long ones = IntStream.range(0, size).filter(i -> table.token(i, at) == 1).count();
      assertThat(ones).isBetween(5000L - 250, 5000L + 250); // ± 50
    }
    long ones = IntStream.range(0, size).filter(i -> table.answer(i) == 1).count();
    assertThat(ones).isBetween(5000L - 250, 5000L + 250);
  }

  @Test
  void rowsAreCountedWithoutOverflow() {
    assertThat(DistinctRows.available(3, 2)).isEqualTo(8);
    assertThat(DistinctRows.available(60, 2)).isEqualTo(1L << 60);
    assertThat(DistinctRows.available(42, 31)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> table(3, 1, 9, 0)).hasMessageContaining("not enough different rows");
  }
}
