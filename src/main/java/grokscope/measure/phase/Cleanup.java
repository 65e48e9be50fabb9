package grokscope.measure.phase;

import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the cleanup begins and ends after one way of finding the end of memorising. As long
 * as that stays where it is, every evaluation is looked at once.
 */
final class Cleanup {
  private static final double RESTRICTED = 0.97;
  private static final double NEAR = 10;

  private final int confirming;
  private final RatioSurge surge = new RatioSurge(Outcome.HELD);
  private final HeldFrom restricted =
      new HeldFrom(Outcome.HELD, sample -> sample.restrictedAccuracy() >= RESTRICTED);
  private final HeldFrom half;
  private final HeldFrom meeting =
      new HeldFrom(Outcome.HELD, sample -> sample.testLoss() <= NEAR * sample.trainLoss());

  /**
   * Nothing has been looked at.
   *
   * @param middle the test accuracy at which it begins where the circuit is not measured
   */
  Cleanup(int confirming, double middle) {
    this.confirming = confirming;
    half = new HeldFrom(Outcome.HELD, sample -> sample.testAccuracy() >= middle);
  }

  /**
   * What all evaluations so far show.
   *
   * @param from the one with which the circuit began to form
   * @param formation the same as a boundary
   */
  Phases after(int from, PhaseBoundary formation, List<PhaseSample> samples) {
    int begun = -1;
    PhaseRule rule = PhaseRule.TEST_ACCURACY_HALF;
    if (Double.isFinite(samples.get(from).restrictedLoss())) {
      begun = surge.after(from, samples);
      rule = PhaseRule.RATIO_SURGE;
      if (begun < 0) {
        begun = restricted.first(from, samples);
        rule = PhaseRule.RESTRICTED_ACCURACY;
      }
    } else {
      begun = half.first(from, samples);
    }
    int over = begun < 0 ? -1 : meeting.first(begun, samples);
    return new Phases(
        Optional.of(formation),
        boundary(begun, rule, samples),
        boundary(over, PhaseRule.LOSSES_MEET, samples));
  }

  private Optional<PhaseBoundary> boundary(int index, PhaseRule rule, List<PhaseSample> samples) {
    if (index < 0) {
      return Optional.empty();
    }
    int before = index == 0 ? -1 : samples.get(index - 1).step();
    StepInterval at = new StepInterval(before, samples.get(index).step());
    return Optional.of(new PhaseBoundary(at, rule, index + confirming < samples.size()));
  }
}
