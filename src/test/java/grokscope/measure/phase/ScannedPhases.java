package grokscope.measure.phase;

import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The rules of {@link PhaseDetector}, written down as scans of all evaluations. */
final class ScannedPhases {
  private static final int HELD = 3;
  private static final int CONFIRMING = 10;
  private static final double LEARNED = 0.99;
  private static final double RESTRICTED = 0.97;
  private static final double NEAR = 10;

  private final double threshold;
  private final List<PhaseSample> samples;

  ScannedPhases(double threshold, List<PhaseSample> samples) {
    this.threshold = threshold;
    this.samples = samples;
  }

  /** What all evaluations so far show. */
  Phases phases() {
    int memorized = firstHeld(0, sample -> sample.trainAccuracy() >= LEARNED);
    int generalized = firstHeld(0, sample -> sample.testAccuracy() >= threshold);
    Optional<PhaseBoundary> formation =
        memorized < 0 ? Optional.empty() : memorizationEnd(memorized, generalized);
    Optional<PhaseBoundary> cleanup = formation.flatMap(this::cleanupStart);
    Optional<PhaseBoundary> end = cleanup.flatMap(this::cleanupEnd);
    return new Phases(formation, cleanup, end);
  }

  /** Looked for until the run has generalised: what turns later is another story. */
  private Optional<PhaseBoundary> memorizationEnd(int memorized, int generalized) {
    int until = generalized < 0 ? samples.size() : Math.max(memorized, generalized) + 1;
    if (Double.isFinite(samples.get(memorized).excludedLoss())) {
      Optional<PhaseBoundary> found =
          turn(PhaseRule.EXCLUDED_LOSS_MINIMUM, PhaseSample::excludedLoss, memorized, until);
      boolean half = firstHeld(memorized, sample -> sample.testAccuracy() >= 0.5) >= 0;
      if (found.isPresent() || !half) {
        return found;
      }
    }
    return Double.isFinite(samples.get(memorized).testLoss())
        ? turn(PhaseRule.TEST_LOSS_PEAK, sample -> 1 / sample.testLoss(), memorized, until)
        : turn(PhaseRule.WEIGHT_NORM_PEAK, sample -> 1 / sample.weightNorm(), memorized, until);
  }

  private Optional<PhaseBoundary> cleanupStart(PhaseBoundary formation) {
    int from = indexOf(formation.at().by());
    if (Double.isFinite(samples.get(from).restrictedLoss())) {
      int surged = surge(from);
      return surged >= 0
          ? boundary(surged, PhaseRule.RATIO_SURGE)
          : boundary(
              firstHeld(from, sample -> sample.restrictedAccuracy() >= RESTRICTED),
              PhaseRule.RESTRICTED_ACCURACY);
    }
    return boundary(
        firstHeld(from, sample -> sample.testAccuracy() >= 0.5), PhaseRule.TEST_ACCURACY_HALF);
  }

  private Optional<PhaseBoundary> cleanupEnd(PhaseBoundary cleanup) {
    int from = indexOf(cleanup.at().by());
    return boundary(
        firstHeld(from, sample -> sample.testLoss() <= NEAR * sample.trainLoss()),
        PhaseRule.LOSSES_MEET);
  }

  /**
   * The first evaluation from which a condition holds three times in a row; −1 when there is none.
   */
  private int firstHeld(int from, Predicate<PhaseSample> condition) {
    int held = 0;
    for (int i = from; i < samples.size(); i++) {
      held = condition.test(samples.get(i)) ? held + 1 : 0;
      if (held == HELD) {
        return i - HELD + 1;
      }
    }
    return -1;
  }

  private Optional<PhaseBoundary> boundary(int index, PhaseRule rule) {
    return interval(index)
        .map(at -> new PhaseBoundary(at, rule, index + CONFIRMING < samples.size()));
  }

  private Optional<StepInterval> interval(int index) {
    if (index < 0) {
      return Optional.empty();
    }
    int before = index == 0 ? -1 : samples.get(index - 1).step();
    return Optional.of(new StepInterval(before, samples.get(index).step()));
  }

  private int indexOf(int step) {
    int index = samples.size() - 1;
    while (samples.get(index).step() > step) {
      index--;
    }
    return index;
  }

  private Optional<PhaseBoundary> turn(
      PhaseRule rule, ToDoubleFunction<PhaseSample> series, int from, int until) {
    int lowest = from;
    for (int i = from; i < until; i++) {
      if (value(series, i) <= value(series, lowest)) {
        lowest = i;
      }
    }
    if (lowest == from) {
      return Optional.empty();
    }
    int risen = lowest + 1;
    for (int i = risen; i <= lowest + HELD; i++) {
      if (i >= samples.size() || !(value(series, i) > value(series, lowest))) {
        return Optional.empty();
      }
    }
    boolean confirmed = false;
    int inRow = 0;
    for (int i = risen + 1; i < samples.size(); i++) {
      inRow = value(series, i) >= 1.1 * value(series, lowest) ? inRow + 1 : 0;
      boolean later = samples.get(i).step() >= 1.5 * samples.get(lowest).step();
      confirmed |= inRow >= CONFIRMING && later;
    }
    StepInterval at = new StepInterval(samples.get(lowest).step(), samples.get(risen).step());
    return Optional.of(new PhaseBoundary(at, rule, confirmed));
  }

  private double value(ToDoubleFunction<PhaseSample> series, int index) {
    PhaseSample sample = samples.get(index);
    return sample.trainAccuracy() < LEARNED
        ? Double.POSITIVE_INFINITY
        : series.applyAsDouble(sample);
  }

  private int surge(int from) {
    List<Double> sorted = new ArrayList<>();
    int inRow = 0;
    for (int i = from + 1; i < samples.size(); i++) {
      double rate = rate(samples.get(i - 1), samples.get(i));
      boolean surges = sorted.size() >= 5 && rate > 15 * median(sorted);
      inRow = surges ? inRow + 1 : 0;
      if (inRow == HELD) {
        return i - HELD + 1;
      }
      if (Double.isFinite(rate)) {
        int place = Collections.binarySearch(sorted, rate);
        sorted.add(place < 0 ? -place - 1 : place, rate);
      }
    }
    return -1;
  }

  private static double rate(PhaseSample before, PhaseSample now) {
    return (logRatio(now) - logRatio(before)) / (now.step() - before.step());
  }

  private static double logRatio(PhaseSample sample) {
    return Math.log(sample.testLoss() / sample.restrictedLoss());
  }

  /** The median, or infinity where the ratio has not grown so far. */
  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return median > 0 ? median : Double.POSITIVE_INFINITY;
  }
}
