package grokscope.task;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Random inputs of which no two are the same, so that nothing is trained on and tested. Stateless,
 * any thread.
 */
final class DistinctRows {
  private DistinctRows() {}

  /**
   * How many different rows there are: base^width, or {@code Long.MAX_VALUE} when there are more.
   */
  static long available(int width, int base) {
    long rows = 1;
    for (int i = 0; i < width; i++) {
      if (rows > Long.MAX_VALUE / base) {
        return Long.MAX_VALUE;
      }
      rows *= base;
    }
    return rows;
  }

  /**
   * Draws {@code count} rows of {@code width} numbers 0 … base − 1, every set of rows equally
   * likely, in lexicographic order. Drawing again what was there takes at most count·ln(count)
   * draws or so, when all rows are wanted.
   */
  static SortedSet<int[]> draw(int count, int width, int base, SplittableRandom random) {
    if (count > available(width, base)) {
      throw new IllegalArgumentException(
          "there are fewer than " + count + " rows of " + width + " numbers below " + base);
    }
    SortedSet<int[]> rows = new TreeSet<>(Arrays::compare);
    while (rows.size() < count) {
      int[] row = new int[width];
      for (int i = 0; i < width; i++) {
        row[i] = random.nextInt(base);
      }
      rows.add(row);
    }
    return rows;
  }
}
