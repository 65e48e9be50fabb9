package grokscope.measure;

import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * Cuts a run into memorisation, circuit formation and cleanup while it goes on. Nanda et al. 2023
 * (arXiv 2301.05217) name the phases but set their borders by hand; the rules here are ours:
 *
 * <ul>
 *   <li>memorisation ends where excluded loss is smallest once train accuracy has reached 0.99;
 *       without Fourier analysis where test loss peaks, or else where Σw² does;
 *   <li>cleanup starts where the logarithm of test loss ÷ restricted loss grows, per step, more
 *       than 15 times as fast as its median during circuit formation; where that has not happened,
 *       when restricted accuracy reaches 0.97; without Fourier analysis, when test accuracy reaches
 *       a half;
 *   <li>cleanup ends when test loss is at most 10 times train loss.
 * </ul>
 *
 * <p>A level counts when it holds for three evaluations, a boundary is confirmed by ten further
 * ones. One thread.
 */
public final class PhaseDetector {
  private static final int HELD = 3;
  private static final int CONFIRMING = 10;
  private static final double LEARNED = 0.99;
  private static final double LOST = 0.9;
  private static final double RESTRICTED = 0.97;
  private static final double NEAR = 10;

  private final List<PhaseSample> samples = new ArrayList<>();
  private final Turn excluded =
      new Turn(PhaseRule.EXCLUDED_LOSS_MINIMUM, PhaseSample::excludedLoss, CONFIRMING);
  private final Turn testLoss =
      Turn.peak(PhaseRule.TEST_LOSS_PEAK, PhaseSample::testLoss, CONFIRMING);
  private final Turn weightNorm =
      Turn.peak(PhaseRule.WEIGHT_NORM_PEAK, PhaseSample::weightNorm, CONFIRMING);
  private final RatioSurge surge = new RatioSurge(HELD);

  /** Takes the next evaluation. */
  public void observe(PhaseSample sample) {
    samples.add(sample);
  }

  /** What all evaluations so far show. */
  public Phases phases() {
    int memorized = firstHeld(0, sample -> sample.trainAccuracy() >= LEARNED);
    int generalized = firstHeld(0, sample -> sample.testAccuracy() >= LEARNED);
    Optional<PhaseBoundary> formation =
        memorized < 0 ? Optional.empty() : memorizationEnd(memorized, generalized);
    Optional<PhaseBoundary> cleanup = formation.flatMap(this::cleanupStart);
    Optional<PhaseBoundary> end = cleanup.flatMap(this::cleanupEnd);
    return new Phases(
        interval(memorized),
        interval(generalized),
        formation,
        cleanup,
        end,
        verdict(memorized, generalized));
  }

  /** Looked for until the run has generalised: what turns later is another story. */
  private Optional<PhaseBoundary> memorizationEnd(int memorized, int generalized) {
    int until = generalized < 0 ? samples.size() : Math.max(memorized, generalized) + 1;
    if (Double.isFinite(samples.get(memorized).excludedLoss())) {
      return excluded.among(memorized, until, samples);
    }
    return testLoss
        .among(memorized, until, samples)
        .or(() -> weightNorm.among(memorized, until, samples));
  }

  private Optional<PhaseBoundary> cleanupStart(PhaseBoundary formation) {
    int from = indexOf(formation.at().by());
    if (Double.isFinite(samples.get(from).restrictedLoss())) {
      int surged = surge.after(from, samples);
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

  private PhaseVerdict verdict(int memorized, int generalized) {
    if (!samples.isEmpty() && !lastLossesAreFinite()) {
      return PhaseVerdict.DIVERGED;
    }
    if (memorized < 0) {
      return PhaseVerdict.NOT_LEARNED;
    }
    if (generalized < 0) {
      return PhaseVerdict.MEMORIZED_ONLY;
    }
    if (lastAll(accuracy -> accuracy < LOST)) {
      return PhaseVerdict.UNGROKKED;
    }
    int trainStep = samples.get(memorized).step();
    int delay = samples.get(generalized).step() - trainStep;
    int gap = memorized == 0 ? 0 : trainStep - samples.get(memorized - 1).step();
    return delay < Math.max(gap, 0.5 * trainStep) || delay <= 0
        ? PhaseVerdict.NO_DELAY
        : PhaseVerdict.GROKKING;
  }

  /** A test loss that is not measured is NaN from the start and says nothing. */
  private boolean lastLossesAreFinite() {
    PhaseSample first = samples.get(0);
    PhaseSample last = samples.get(samples.size() - 1);
    return Double.isFinite(last.trainLoss())
        && (Double.isFinite(last.testLoss()) || Double.isNaN(first.testLoss()));
  }

  private boolean lastAll(DoublePredicate testAccuracy) {
    return samples.size() >= CONFIRMING
        && samples.subList(samples.size() - CONFIRMING, samples.size()).stream()
            .mapToDouble(PhaseSample::testAccuracy)
            .allMatch(testAccuracy);
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
}
