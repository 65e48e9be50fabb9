package grokscope.measure.numerics;

import java.util.function.IntToDoubleFunction;

/** The median of numbers. */
public final class Median {
  private Median() {}

  /**
   * The middle one of sorted values, or the mean of the middle two.
   *
   * @param sorted at least one, rising
   */
  public static double of(double[] sorted) {
    return of(sorted.length, i -> sorted[i]);
  }

  /**
   * The same, of values in another array.
   *
   * @param count at least 1
   * @param sorted the value at each place, rising
   */
  public static double of(int count, IntToDoubleFunction sorted) {
    double upper = sorted.applyAsDouble(count / 2);
    return count % 2 == 1 ? upper : (sorted.applyAsDouble(count / 2 - 1) + upper) / 2;
  }
}
