package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables obey the laws of the symmetric groups; read as tables, not by the code under test. */
class PermutationsTest {
  private static int[][] table(String operation, int degree) {
    Examples examples =
        new Permutations()
            .examples(
                new Settings(
                    "permutations", Map.of("operation", operation, "degree", (long) degree)),
                new SplittableRandom(0));
    int order = examples.shape().numbers();
    int[][] table = new int[order][order];
    for (int[] row : table) {
      Arrays.fill(row, -1);
    }
    for (int i = 0; i < examples.size(); i++) {
      assertThat(table[examples.token(i, 0)][examples.token(i, 1)])
          .as("every pair once")
          .isEqualTo(-1);
      table[examples.token(i, 0)][examples.token(i, 1)] = examples.answer(i);
    }
    return table;
  }

  private static int inverse(int[][] product, int x) {
    return IntStream.range(0, product.length)
        .filter(y -> product[x][y] == 0)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"3, 36", "4, 576", "5, 14400"})
  void tablesHaveThePublishedSizes(int degree, int size) {
    for (PermutationOperation operation : PermutationOperation.values()) {
      int[][] table = table(operation.id(), degree);
      assertThat(table.length * table[0].length).isEqualTo(size);
    }
  }

  @Test
  void elementsAreNumberedByTheirImages() {
    SymmetricGroup group = new SymmetricGroup(3);
    String[] listed = {"012", "021", "102", "120", "201", "210"};
    for (int x = 0; x < listed.length; x++) {
      for (int i = 0; i < 3; i++) {
        assertThat(group.image(x, i)).isEqualTo(listed[x].charAt(i) - '0');
      }
    }
  }

  /** 021 swaps the last two, 102 the first two; the first operand comes first. */
  @Test
  void theFirstOperandIsAppliedFirst() {
    int[][] product = table("x*y", 3);
    // 0 → 0 → 1, 1 → 2 → 2, 2 → 1 → 0: the images are 120, number 3.
    assertThat(product[1][2]).isEqualTo(3);
    assertThat(product[2][1]).isEqualTo(4);
    SymmetricGroup five = new SymmetricGroup(5);
    int[][] large = table("x*y", 5);
    for (int x = 0; x < large.length; x++) {
      for (int y = 0; y < large.length; y++) {
        for (int i = 0; i < 5; i++) {
          assertThat(five.image(large[x][y], i)).isEqualTo(five.image(y, five.image(x, i)));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void theProductIsAGroup(int degree) {
    int[][] product = table("x*y", degree);
    int order = product.length;
    for (int x = 0; x < order; x++) {
      assertThat(product[0][x]).as("identity from the left").isEqualTo(x);
      assertThat(product[x][0]).as("identity from the right").isEqualTo(x);
      int inverse = inverse(product, x);
      assertThat(product[inverse][x]).as("a right inverse is a left one").isZero();
      int row = x;
      assertThat(product[x])
          .as("Latin square")
          .containsOnlyOnce(IntStream.range(0, order).toArray());
      assertThat(IntStream.range(0, order).map(y -> product[y][row]).distinct().count())
          .as("Latin square")
          .isEqualTo(order);
    }
    for (int x = 0; x < order; x++) {
      for (int y = 0; y < order; y++) {
        int xy = product[x][y];
        for (int z = 0; z < order; z++) {
          if (product[xy][z] != product[x][product[y][z]]) {
            throw new AssertionError("not associative at " + x + ", " + y + ", " + z);
          }
        }
      }
    }
  }

  @Test
  void theSmallestGroupDoesNotCommute() {
    int[][] product = table("x*y", 3);
    long commuting =
        IntStream.range(0, 36).filter(i -> product[i / 6][i % 6] == product[i % 6][i / 6]).count();
    // Commuting pairs are the order times the number of conjugacy classes: 6 · 3.
    assertThat(commuting).isEqualTo(18);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void conjugationAndSandwichAreWhatTheProductSays(int degree) {
    int[][] product = table("x*y", degree);
    int[][] conjugate = table("x*y*x^-1", degree);
    int[][] sandwich = table("x*y*x", degree);
    for (int x = 0; x < product.length; x++) {
      int inverse = inverse(product, x);
      for (int y = 0; y < product.length; y++) {
        assertThat(conjugate[x][y]).isEqualTo(product[x][product[y][inverse]]);
        assertThat(sandwich[x][y]).isEqualTo(product[x][product[y][x]]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void conjugationKeepsTheCycleType(int degree) {
    SymmetricGroup group = new SymmetricGroup(degree);
    int[][] conjugate = table("x*y*x^-1", degree);
    for (int x = 0; x < conjugate.length; x++) {
      for (int y = 0; y < conjugate.length; y++) {
        assertThat(cycleType(group, conjugate[x][y], degree))
            .isEqualTo(cycleType(group, y, degree));
      }
    }
  }

  /** The length of the cycle that each thing is in, sorted. */
  private static List<Integer> cycleType(SymmetricGroup group, int x, int degree) {
    return IntStream.range(0, degree)
        .map(
            start -> {
              int length = 1;
              for (int i = group.image(x, start); i != start; i = group.image(x, i)) {
                length++;
              }
              return length;
            })
        .sorted()
        .boxed()
        .toList();
  }

  @Test
  void aDegreeOfSixIsRefused() {
    assertThat(Permutations.KIND.knob("degree").orElseThrow().accept(6L)).isEmpty();
    assertThat(Permutations.KIND.knob("degree").orElseThrow().allowed())
        .isEqualTo("a whole number from 3 to 5");
  }
}
