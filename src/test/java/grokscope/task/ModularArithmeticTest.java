package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables say what the operations say. */
class ModularArithmeticTest {
  private static Examples table(String operation, int modulus) {
    return table(operation, modulus, "ordered");
  }

  private static Examples table(String operation, int modulus, String pairs) {
    return new ModularArithmetic()
        .examples(settings(operation, modulus, pairs), new SplittableRandom(0));
  }

  private static Settings settings(String operation, int modulus, String pairs) {
    return new Settings(
        "modular", Map.of("operation", operation, "modulus", (long) modulus, "pairs", pairs));
  }

  /** Whether c answers (x, y), said without the code under test: by multiplying out divisions. */
  private static boolean answers(String operation, int x, int y, int c, int n) {
    return switch (operation) {
      case "x+y" -> (x + y - c) % n == 0;
      case "x-y" -> (x - y - c) % n == 0;
      case "x*y" -> (x * y - c) % n == 0;
      case "x/y" -> (c * y - x) % n == 0;
      case "x/y if y odd else x-y" -> ((y & 1) == 1 ? c * y - x : x - y - c) % n == 0;
      case "x^2+y^2" -> (x * x + y * y - c) % n == 0;
      case "x^2+xy+y^2" -> (x * x + x * y + y * y - c) % n == 0;
      case "x^2+xy+y^2+x" -> (x * x + x * y + y * y + x - c) % n == 0;
      case "x^3+xy" -> (x * x * x + x * y - c) % n == 0;
      case "x^3+xy^2+y" -> (x * x * x + x * y * y + y - c) % n == 0;
      default -> throw new IllegalArgumentException(operation);
    };
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyAnswerIsTrue(Operation operation) {
    for (int n : new int[] {5, 59, 97, 199}) {
      Examples table = table(operation.id(), n);
      for (int i = 0; i < table.size(); i++) {
        int x = table.token(i, 0);
        int y = table.token(i, 1);
        int c = table.answer(i);
        assertThat(c).isBetween(0, n - 1);
        assertThat(table.token(i, 2)).as("the equals sign").isEqualTo(n);
        assertThat(answers(operation.id(), x, y, c, n))
            .as("%s at x=%d y=%d mod %d gave %d", operation.id(), x, y, n, c)
            .isTrue();
      }
      long different =
          IntStream.range(0, table.size())
              .map(i -> table.token(i, 0) * n + table.token(i, 1))
              .distinct()
              .count();
      assertThat(different).as("every pair once").isEqualTo(table.size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x+y, 97, 9409",
    "x*y, 97, 9409",
    "x/y, 97, 9312",
    "x/y if y odd else x-y, 97, 9409",
    "x^3+xy^2+y, 97, 9409",
    "x+y, 113, 12769"
  })
  void tablesHaveThePublishedSizes(String operation, int modulus, int size) {
    assertThat(table(operation, modulus).size()).isEqualTo(size);
  }

  @Test
  void unorderedPairsOf67AreThePublished2278And911AreTrained() {
    Examples table = table("x+y", 67, "unordered");
    assertThat(table.size()).isEqualTo(2278);
    assertThat(Split.trainingExamples(table.size(), 0.4)).isEqualTo(911);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x+y", "x^2+y^2", "x^2+xy+y^2"})
  void unorderedPairsAreEachPairOnceWithTheSmallerFirst(String operation) {
    for (int n : new int[] {5, 12, 59}) {
      Examples table = table(operation, n, "unordered");
      for (int i = 0; i < table.size(); i++) {
        int x = table.token(i, 0);
        int y = table.token(i, 1);
        assertThat(x).isLessThanOrEqualTo(y);
        assertThat(answers(operation, x, y, table.answer(i), n)).isTrue();
        assertThat(answers(operation, y, x, table.answer(i), n)).isTrue();
      }
      long different =
          IntStream.range(0, table.size())
              .map(i -> table.token(i, 0) * n + table.token(i, 1))
              .distinct()
              .count();
      assertThat(different).isEqualTo(n * (n + 1) / 2);
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anOperationCommutesWhereItsTableIsSymmetric(Operation operation) {
    int n = 59;
    boolean symmetric =
        IntStream.range(0, n * n)
            .filter(i -> i / n > 0 && i % n > 0)
            .allMatch(i -> operation.result(i / n, i % n, n) == operation.result(i % n, i / n, n));
    assertThat(operation.commutes()).isEqualTo(symmetric);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void unorderedPairsAreRefusedWhereTheOrderMatters(Operation operation) {
    RunConfig config = new RunConfig(Map.of("task", settings(operation.id(), 59, "unordered")));
    List<Problem> problems = ModularArithmetic.KIND.check().problems(config);
    if (operation.commutes()) {
      assertThat(problems).isEmpty();
      return;
    }
    assertThat(problems)
        .singleElement()
        .hasToString(
            "task.pairs is \"unordered\", but with \""
                + operation.id()
                + "\" the order of x and y matters; order does not matter in \"x+y\","
                + " \"x*y\", \"x^2+y^2\", \"x^2+xy+y^2\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 59, 199})
  void theInverseIsTheInverse(int p) {
    for (int y = 1; y < p; y++) {
      assertThat(y * Operation.inverse(y, p) % p).isEqualTo(1);
    }
  }

  @Test
  void tenOperationsAreOffered() {
    assertThat(Operation.values()).hasSize(10);
  }

  @Test
  void primesArePrimes() {
    assertThat(IntStream.rangeClosed(0, 30).filter(Operation::isPrime))
        .containsExactly(2, 3, 5, 7, 11, 13, 17, 19, 23, 29);
  }
}
