package grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.measure.fourier.Table;
import grokscope.task.SymmetricGroup;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CharacterSharesTest {
  /** The textbook's table of S₄: cycles 1+1+1+1, 2+1+1, 2+2, 3+1, 4. */
  @Test
  void theCharactersOfFourThingsAreThoseOfTheTextbook() {
    int[][] cycles = {{1, 1, 1, 1}, {2, 1, 1}, {2, 2}, {3, 1}, {4}};
    int[][] expected = {
      {1, 1, 1, 1, 1}, {3, 1, -1, 0, -1}, {2, 0, 2, -1, 0}, {3, -1, -1, 0, 1}, {1, -1, 1, 1, -1}
    };
    List<List<Integer>> partitions = Characters.partitions(4);
    assertThat(partitions)
        .containsExactly(
            List.of(4), List.of(3, 1), List.of(2, 2), List.of(2, 1, 1), List.of(1, 1, 1, 1));
    for (int rep = 0; rep < expected.length; rep++) {
      for (int type = 0; type < cycles.length; type++) {
        assertThat(Characters.of(partitions.get(rep), cycles[type])).isEqualTo(expected[rep][type]);
      }
    }
  }

  private static int[] characters(SymmetricGroup group, List<Integer> partition) {
    int[] at = new int[group.order()];
    for (int g = 0; g < at.length; g++) {
      at[g] = Characters.of(partition, group.cycles(g));
    }
    return at;
  }

  @Test
  void charactersAreOrthogonalAndTheirDegreesFillTheGroup() {
    for (int degree = 3; degree <= 5; degree++) {
      SymmetricGroup group = new SymmetricGroup(degree);
      List<List<Integer>> partitions = Characters.partitions(degree);
      int squares = 0;
      for (List<Integer> one : partitions) {
        int[] first = characters(group, one);
        squares += first[0] * first[0]; // element 0 is the identity
        for (List<Integer> other : partitions) {
          int[] second = characters(group, other);
          int product = 0;
          for (int g = 0; g < first.length; g++) {
            product += first[g] * second[g];
          }
          assertThat(product).isEqualTo(one.equals(other) ? group.order() : 0);
        }
      }
      assertThat(squares).isEqualTo(group.order());
    }
  }

  /** P = d/|G| Σ χ(g)·(the permutation of the group by g), as whole numbers |G|·P. */
  private static long[][] projection(SymmetricGroup group, List<Integer> partition) {
    int[] characters = characters(group, partition);
    long[][] matrix = new long[group.order()][group.order()];
    for (int g = 0; g < group.order(); g++) {
      for (int h = 0; h < group.order(); h++) {
        matrix[group.product(g, h)][h] += (long) characters[0] * characters[g];
      }
    }
    return matrix;
  }

  @Test
  void isotypicProjectionsAreOrthogonalAndAddUpToTheIdentity() {
    for (int degree = 3; degree <= 4; degree++) {
      SymmetricGroup group = new SymmetricGroup(degree);
      int n = group.order();
      long[][] sum = new long[n][n];
      for (List<Integer> one : Characters.partitions(degree)) {
        long[][] first = projection(group, one);
        for (List<Integer> other : Characters.partitions(degree)) {
          long[][] second = projection(group, other);
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              long product = 0;
              for (int k = 0; k < n; k++) {
                product += first[i][k] * second[k][j];
              }
              assertThat(product).isEqualTo(one.equals(other) ? n * first[i][j] : 0);
            }
          }
        }
        for (int i = 0; i < n * n; i++) {
          sum[i / n][i % n] += first[i / n][i % n];
        }
      }
      for (int i = 0; i < n * n; i++) {
        assertThat(sum[i / n][i % n]).isEqualTo(i / n == i % n ? n : 0);
      }
    }
  }

  /** Logits Σ weight·χ(x·y·c⁻¹), and a number for each pair that no class differs by. */
  private static Table logits(SymmetricGroup group, double... weights) {
    int n = group.order();
    float[] values = new float[n * n * n];
    List<List<Integer>> partitions = Characters.partitions(group.cycles(0).length);
    for (int rep = 0; rep < weights.length; rep++) {
      int[] characters = characters(group, partitions.get(rep + 1));
      for (int i = 0; i < values.length; i++) {
        int product = group.product(i / n / n, i / n % n);
        int at = group.product(product, group.inverse(i % n));
        values[i] += (float) (weights[rep] * characters[at]) + (rep == 0 ? i / n % 5 : 0);
      }
    }
    return new Table(n * n, n, values);
  }

  @Test
  void logitsOfOneRepresentationAreAllItsOwn() {
    SymmetricGroup group = new SymmetricGroup(4);
    double[] shares = new CharacterShares(group).of(logits(group, 0, 2));
    assertThat(shares).containsExactly(new double[] {0, 1, 0, 0}, within(1e-9));
  }

  /** Every character has the same length over the cube, so weights add by their squares. */
  @Test
  void severalShareByTheSquaresOfTheirWeights() {
    SymmetricGroup group = new SymmetricGroup(4);
    double[] shares = new CharacterShares(group).of(logits(group, 3, 0, 0, -4));
    assertThat(shares).containsExactly(new double[] {0.36, 0, 0, 0.64}, within(1e-6));
  }

  @Test
  void randomLogitsHaveNone() {
    SymmetricGroup group = new SymmetricGroup(4);
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[24 * 24 * 24];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    assertThat(new CharacterShares(group).of(new Table(576, 24, values)))
        .containsExactly(new double[4], within(0.002));
  }
}
