package grokscope.measure.phase;

import grokscope.task.Task;
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

  private static final double MUCH_LATER = 1.5; // times the step of the turn

  private final PhaseRule rule;
  private final ToDoubleFunction<PhaseSample> series;
  private final int confirming;
  private int lowest = -1;
  private int settled;
  private int turned = -1; // the turn that is being confirmed
  private int next; // the first evaluation after it that has not been looked at
  private int inRow;
  private boolean sure;

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
   * The turn at one of some evaluations; none where the series is not measured, still falls, or had
   * turned before the first of them. It is confirmed when, after one that is given away, ten in a
   * row stand a tenth above it, the last of them half as many steps later again: at first there is
   * an evaluation at every step, and ten are soon over.
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
    if (least == from || least + Outcome.HELD >= samples.size()) {
      return Optional.empty(); // it had turned before, or may be turning
    }
    for (int i = risen; i <= least + Outcome.HELD; i++) {
      if (!(value(samples, i) > value(samples, least))) {
        return Optional.empty();
      }
    }
    StepInterval at = new StepInterval(samples.get(least).step(), samples.get(risen).step());
    boolean confirmed = confirmed(least, samples);
    return Optional.of(new Found(risen, new PhaseBoundary(at, rule, confirmed)));
  }

  /** Whether enough evaluations in a row, the latest or earlier ones, stand above the turn. */
  private boolean confirmed(int least, List<PhaseSample> samples) {
    if (least != turned) {
      turned = least;
      next = least + 2;
      inRow = 0;
      sure = false;
    }
    for (; !sure && next < samples.size(); next++) {
      inRow = value(samples, next) >= RISE * value(samples, least) ? inRow + 1 : 0;
      sure =
          inRow >= confirming && samples.get(next).step() >= MUCH_LATER * samples.get(least).step();
    }
    return sure;
  }

  private int lowest(int before, int from, int until, List<PhaseSample> samples) {
    int least = before;
    for (int i = from; i < until; i++) {
      if (value(samples, i) <= value(samples, least)) { // the last of equal ones is the turn
        least = i;
      }
    }
    return least;
  }

  private double value(List<PhaseSample> samples, int index) {
    PhaseSample sample = samples.get(index);
    // In a spike of the loss nothing turns.
    return sample.trainAccuracy() < Task.LEARNED
        ? Double.POSITIVE_INFINITY
        : series.applyAsDouble(sample);
  }
}
