package grokscope.measure;

import java.util.function.IntToDoubleFunction;

/** The median of numbers. */
final class Median {
  private Median() {}

  /**
   * The middle one of sorted values, or the mean of the middle two.
   *
   * @param sorted at least one, rising
   */
  static double of(double[] sorted) {
    return of(sorted.length, i -> sorted[i]);
  }

  /**
   * The same, of values that stand elsewhere.
   *
   * @param count at least 1
   * @param sorted the value at each place, rising
   */
  static double of(int count, IntToDoubleFunction sorted) {
    double upper = sorted.applyAsDouble(count / 2);
    return count % 2 == 1 ? upper : (sorted.applyAsDouble(count / 2 - 1) + upper) / 2;
  }
}
