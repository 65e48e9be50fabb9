package grokscope.app;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * Median and range of a number over the seeds of a variation. What never happened counts as later
 * than all that did, so a median is not of the lucky seeds only. Stateless, any thread.
 */
final class SeedSpread {
  private SeedSpread() {}

  /**
   * Such as "2100 (1800–never)".
   *
   * @param values one per seed; infinite for what never happened, NaN for what is not known
   * @param never the word for infinity
   */
  static String words(double[] values, String never, DoubleFunction<String> words) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      return "-";
    }
    double least = sorted[0];
    double most = sorted[sorted.length - 1];
    String median = said(median(sorted), never, words);
    return least == most
        ? median
        : median + " (" + said(least, never, words) + "–" + said(most, never, words) + ")";
  }

  /** The middle one of sorted values, or the mean of the middle two. */
  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static String said(double value, String never, DoubleFunction<String> words) {
    return Double.isInfinite(value) ? never : words.apply(value);
  }
}
