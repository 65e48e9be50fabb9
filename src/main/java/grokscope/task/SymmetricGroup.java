package grokscope.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All permutations of 0 … degree − 1, numbered in the lexicographic order of their images, so 0 is
 * the identity. Nobody writes to it after construction; any thread may read.
 *
 * <p>A product is read from left to right, as in the code of Power et al. (2022): x·y takes x first
 * and then y, so (x·y)[i] = y[x[i]].
 */
public final class SymmetricGroup {
  private final int[][] images;

  /** The permutations of this many things. */
  public SymmetricGroup(int degree) {
    images =
        IntStream.range(0, order(degree))
            .mapToObj(number -> permutation(number, degree))
            .toArray(int[][]::new);
  }

  /** How many permutations there are: degree!. */
  static int order(int degree) {
    return IntStream.rangeClosed(1, degree).reduce(1, (a, b) -> a * b);
  }

  /** How many permutations there are. */
  public int order() {
    return images.length;
  }

  /** Where a permutation takes i. */
  int image(int x, int i) {
    return images[x][i];
  }

  /** x first, then y. */
  public int product(int x, int y) {
    int[] product = new int[images[x].length];
    for (int i = 0; i < product.length; i++) {
      product[i] = images[y][images[x][i]];
    }
    return number(product);
  }

  /** The lengths of a permutation's cycles, the longest first. */
  public int[] cycles(int x) {
    int[] image = images[x];
    int[] lengths = new int[image.length];
    boolean[] seen = new boolean[image.length];
    int count = 0;
    for (int start = 0; start < image.length; start++) {
      for (int i = start; !seen[i]; i = image[i]) {
        seen[i] = true;
        lengths[count]++;
      }
      count += lengths[count] > 0 ? 1 : 0;
    }
    int[] rising = Arrays.copyOf(lengths, count);
    Arrays.sort(rising);
    return IntStream.range(0, count).map(i -> rising[rising.length - 1 - i]).toArray();
  }

  /** The permutation that takes everything back. */
  public int inverse(int x) {
    int[] inverse = new int[images[x].length];
    for (int i = 0; i < inverse.length; i++) {
      inverse[images[x][i]] = i;
    }
    return number(inverse);
  }

  private static int[] permutation(int number, int degree) {
    List<Integer> left = new ArrayList<>(IntStream.range(0, degree).boxed().toList());
    int[] permutation = new int[degree];
    int rest = number;
    for (int i = 0; i < degree; i++) {
      int block = order(degree - 1 - i); // so many permutations share the images up to here
      permutation[i] = left.remove(rest / block);
      rest %= block;
    }
    return permutation;
  }

  private static int number(int[] permutation) {
    int number = 0;
    for (int i = 0; i < permutation.length; i++) {
      int smaller = 0;
      for (int j = i + 1; j < permutation.length; j++) {
        smaller += permutation[j] < permutation[i] ? 1 : 0;
      }
      number += smaller * order(permutation.length - 1 - i);
    }
    return number;
  }
}
