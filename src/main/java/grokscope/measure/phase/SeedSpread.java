package grokscope.measure.phase;

import grokscope.measure.numerics.Median;
import java.util.Arrays;
import java.util.Optional;

/**
 * Median and range of a number over the seeds of a variation. What never happened counts as later
 * than all that did, so a median is not of the lucky seeds only. Immutable, any thread.
 *
 * @param median infinite where at least half of the seeds never came so far
 * @param least of the seeds
 * @param most of the seeds
 */
public record SeedSpread(double median, double least, double most) {
  /**
   * The spread of some values.
   *
   * @param values one per seed; infinite for what never happened, NaN for what is not known
   * @return empty when none is known
   */
  public static Optional<SeedSpread> of(double... values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(new SeedSpread(Median.of(sorted), sorted[0], sorted[sorted.length - 1]));
  }
}
