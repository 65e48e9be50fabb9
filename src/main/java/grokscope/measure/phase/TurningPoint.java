package grokscope.measure.phase;

import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Finds where a series that fell rises again, for three evaluations at least. A turn lies between
 * the evaluation with the smallest value and the next one, at which it had risen. It looks at every
 * evaluation once, but for the last few, of which it is not known yet whether they belong to the
 * search.
 */
final class TurningPoint {
  /** How much higher the series must stand to be believed. */
  private static final double RISE = 1.1;

  private final PhaseRule rule;
  private final ToDoubleFunction<PhaseSample> series;
  private final int confirming;
  private int lowest = -1;
  private int settled;

  TurningPoint(PhaseRule rule, ToDoubleFunction<PhaseSample> series, int confirming) {
    this.rule = rule;
    this.series = series;
    this.confirming = confirming;
  }

  /** The same for a positive series that rose and falls again. */
  static TurningPoint peak(PhaseRule rule, ToDoubleFunction<PhaseSample> series, int confirming) {
    return new TurningPoint(rule, sample -> 1 / series.applyAsDouble(sample), confirming);
  }

  /**
   * A turn.
   *
   * @param risen the index of the evaluation at which the series had risen
   */
  record Found(int risen, PhaseBoundary boundary) {}

  /**
   * The turn at one of some evaluations; none where the series is not measured or still falls. It
   * is confirmed when the further evaluations are there and the last of them all stand a tenth
   * above the turn.
   *
   * @param from the first of them, the same at every call
   * @param certain behind the last that will be among them at every later call, never less than
   *     before
   * @param until behind the last of them
   */
  Optional<Found> among(int from, int certain, int until, List<PhaseSample> samples) {
    if (lowest < 0) {
      lowest = from;
      settled = from;
    }
    lowest = lowest(lowest, settled, certain, samples);
    settled = Math.max(settled, certain);
    int least = lowest(lowest, settled, until, samples);
    int risen = least + 1;
    if (least + Outcome.HELD >= samples.size()) {
      return Optional.empty();
    }
    for (int i = risen; i <= least + Outcome.HELD; i++) {
      if (!(value(samples, i) > value(samples, least))) {
        return Optional.empty();
      }
    }
    boolean confirmed = risen + confirming < samples.size();
    for (int i = samples.size() - confirming; confirmed && i < samples.size(); i++) {
      confirmed = value(samples, i) >= RISE * value(samples, least);
    }
    StepInterval at = new StepInterval(samples.get(least).step(), samples.get(risen).step());
    return Optional.of(new Found(risen, new PhaseBoundary(at, rule, confirmed)));
  }

  private int lowest(int before, int from, int until, List<PhaseSample> samples) {
    int least = before;
    for (int i = from; i < until; i++) {
      if (value(samples, i) < value(samples, least)) {
        least = i;
      }
    }
    return least;
  }

  private double value(List<PhaseSample> samples, int index) {
    return series.applyAsDouble(samples.get(index));
  }
}
