package grokscope.measure;

import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Finds where a series that fell rises again. A turn lies between the evaluation with the smallest
 * value and the next one, at which it had risen.
 */
final class Turn {
  /** How much higher the series must stand to be believed. */
  private static final double RISE = 1.1;

  private final PhaseRule rule;
  private final ToDoubleFunction<PhaseSample> series;
  private final int confirming;

  Turn(PhaseRule rule, ToDoubleFunction<PhaseSample> series, int confirming) {
    this.rule = rule;
    this.series = series;
    this.confirming = confirming;
  }

  /** The same for a positive series that rose and falls again. */
  static Turn peak(PhaseRule rule, ToDoubleFunction<PhaseSample> series, int confirming) {
    return new Turn(rule, sample -> 1 / series.applyAsDouble(sample), confirming);
  }

  /**
   * The turn at one of some evaluations, the last not among them; none where the series is not
   * measured or still falls. It is confirmed when the further evaluations are there and the last of
   * them all stand a tenth above the turn.
   */
  Optional<PhaseBoundary> among(int from, int until, List<PhaseSample> samples) {
    int lowest = from;
    for (int i = from; i < until; i++) {
      if (value(samples, i) < value(samples, lowest)) {
        lowest = i;
      }
    }
    int risen = lowest + 1;
    if (risen >= samples.size() || !(value(samples, risen) > value(samples, lowest))) {
      return Optional.empty();
    }
    boolean confirmed = risen + confirming < samples.size();
    for (int i = samples.size() - confirming; confirmed && i < samples.size(); i++) {
      confirmed = value(samples, i) >= RISE * value(samples, lowest);
    }
    StepInterval at = new StepInterval(samples.get(lowest).step(), samples.get(risen).step());
    return Optional.of(new PhaseBoundary(at, rule, confirmed));
  }

  private double value(List<PhaseSample> samples, int index) {
    return series.applyAsDouble(samples.get(index));
  }
}
