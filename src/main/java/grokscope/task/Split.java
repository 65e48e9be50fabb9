package grokscope.task;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Which examples are trained on and which are only tested. The two never overlap and together are
 * all. Nobody writes to the arrays after construction; any thread may read.
 */
public final class Split {
  private final int[] train;
  private final int[] test;

  private Split(int[] train, int[] test) {
    this.train = train;
    this.test = test;
  }

  /**
   * Shuffles the examples and trains on the first ⌊examples·fraction⌋ (rounded down, as Nanda et
   * al. do: 3,830 of 12,769 at 30 %).
   *
   * @throws IllegalArgumentException when a side would be empty
   */
  public static Split random(int examples, double fraction, RandomGenerator random) {
    int[] order = new int[examples];
    Arrays.setAll(order, i -> i);
    for (int i = examples - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
    return of(order, fraction);
  }

  private static Split of(int[] order, double fraction) {
    int examples = order.length;
    int trained = trainingExamples(examples, fraction);
    if (trained <= 0 || trained >= examples) {
      throw new IllegalArgumentException(
          "a fraction of " + fraction + " of " + examples + " examples leaves one side empty");
    }
    return new Split(Arrays.copyOf(order, trained), Arrays.copyOfRange(order, trained, examples));
  }

  /**
   * The same order of all examples, with another share of them trained on.
   *
   * @throws IllegalArgumentException when a side would be empty
   */
  public Split resized(double fraction) {
    int[] order = Arrays.copyOf(train, train.length + test.length);
    System.arraycopy(test, 0, order, train.length, test.length);
    return of(order, fraction);
  }

  /**
   * Trains on the examples of one array and hides those of the other; together they are all.
   *
   * @param train not copied
   * @param test not copied
   */
  static Split of(int[] train, int[] test) {
    return new Split(train, test);
  }

  /** Trains on none of the examples, because training draws its own. */
  public static Split allHidden(int examples) {
    int[] order = new int[examples];
    Arrays.setAll(order, i -> i);
    return new Split(new int[0], order);
  }

  /** How many of this many examples a fraction trains on. */
  public static int trainingExamples(int examples, double fraction) {
    return (int) Math.floor(examples * fraction + 1e-9); // 0.07·100 must be 7
  }

  /**
   * A share of few digits, and at least of tenths of a per cent, that trains on this many of so
   * many examples.
   */
  public static double share(int trained, int examples) {
    for (double parts = 1_000; parts <= 1e8; parts *= 10) {
      double share = Math.ceil(trained * parts / examples) / parts;
      if (trainingExamples(examples, share) == trained) {
        return share;
      }
    }
    return (double) trained / examples;
  }

  /** The examples that are trained on, in shuffled order. */
  public int[] train() {
    return train;
  }

  /** The examples that are only tested, in shuffled order. */
  public int[] test() {
    return test;
  }
}
