package grokscope.task;

import grokscope.config.InvalidConfig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which pairs (x, y) a network was trained on, as somebody wrote it down: pair by pair, or by their
 * numbers x·p + y in the table of all pairs. All others are hidden. Immutable, any thread.
 */
public final class PairSplit {
  private final boolean numbered; // whether the keys are x·p + y; otherwise x·2³² + y
  private final long[] trained;

  private PairSplit(boolean numbered, long[] trained) {
    this.numbered = numbered;
    this.trained = trained;
  }

  /** The pairs (x[i], y[i]) are trained on. */
  public static PairSplit ofPairs(int[] x, int[] y) {
    long[] keys = new long[x.length];
    Arrays.setAll(keys, i -> key(x[i], y[i]));
    return new PairSplit(false, keys);
  }

  /** The pairs with these numbers x·p + y are trained on, for whatever p the task has. */
  public static PairSplit ofNumbers(long[] numbers) {
    return new PairSplit(true, numbers.clone());
  }

  /** How many pairs are named. */
  public int size() {
    return trained.length;
  }

  /**
   * The pairs by their two numbers.
   *
   * @param p how many numbers the task has
   */
  public int[][] pairs(int p) {
    int[][] pairs = new int[trained.length][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new int[] {(int) x(trained[i], p), (int) y(trained[i], p)};
    }
    return pairs;
  }

  private long x(long key, int p) {
    return numbered ? Math.floorDiv(key, (long) p) : key >> Integer.SIZE;
  }

  private long y(long key, int p) {
    return numbered ? Math.floorMod(key, (long) p) : (int) key;
  }

  /**
   * The split of a table, with the training examples in the order in which they are named.
   *
   * @throws InvalidConfig with one sentence when the table is not one of pairs, has not all of the
   *     named ones, or nothing would be hidden or trained on
   */
  public Split of(Examples examples) throws InvalidConfig {
    TaskShape shape = examples.shape();
    if (!shape.hasTokens() || shape.operands() != 2 || shape.allAnswers() != 1) {
      throw new InvalidConfig("", "the split names pairs, but this task's examples are not pairs");
    }
    Map<Long, Integer> rows = new HashMap<>();
    for (int row = 0; row < examples.size(); row++) {
      rows.put(key(examples.token(row, 0), examples.token(row, 1)), row);
    }
    boolean oneOrder = rows.keySet().stream().noneMatch(key -> bothOrders(key, rows));
    boolean[] isTrained = new boolean[examples.size()];
    int[] train = new int[trained.length];
    int count = 0;
    for (long key : trained) {
      int row = row(key, shape.numbers(), rows, oneOrder);
      if (!isTrained[row]) {
        isTrained[row] = true;
        train[count++] = row;
      }
    }
    int[] test = new int[examples.size() - count];
    int next = 0;
    for (int row = 0; row < isTrained.length; row++) {
      if (!isTrained[row]) {
        test[next++] = row;
      }
    }
    if (count == 0 || test.length == 0) {
      throw new InvalidConfig(
          "",
          "the split " + (count == 0 ? "trains on no pair" : "hides no pair") + " of this task");
    }
    return Split.of(Arrays.copyOf(train, count), test);
  }

  private static boolean bothOrders(long key, Map<Long, Integer> rows) {
    long swapped = key((int) key, (int) (key >> Integer.SIZE));
    return swapped != key && rows.containsKey(swapped);
  }

  private int row(long key, int p, Map<Long, Integer> rows, boolean oneOrder) throws InvalidConfig {
    long x = x(key, p);
    long y = y(key, p);
    boolean inRange = x >= 0 && x < p && y >= 0 && y < p;
    Integer row = inRange ? rows.get(key((int) x, (int) y)) : null;
    if (row == null && inRange && oneOrder) {
      row = rows.get(key((int) y, (int) x));
    }
    if (row == null) {
      throw new InvalidConfig(
          "",
          "the split names "
              + (numbered ? "pair number " + key : "the pair (" + x + ", " + y + ")")
              + ", which this task does not have"
              + (inRange ? "" : ": its numbers go from 0 to " + (p - 1)));
    }
    return row;
  }

  private static long key(int x, int y) {
    return ((long) x << Integer.SIZE) | (y & 0xffffffffL);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairSplit split
        && split.numbered == numbered
        && Arrays.equals(split.trained, trained);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(trained);
  }
}
