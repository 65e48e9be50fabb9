package grokscope.measure.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a run into memorisation, circuit formation and cleanup while it is in progress. Nanda et al.
 * 2023 (arXiv 2301.05217) name the phases but set their borders by hand; the rules here are ours:
 *
 * <ul>
 *   <li>memorisation ends where excluded loss is smallest once the training set is known by heart;
 *       without Fourier analysis, or where that loss has not turned when half of the hidden
 *       examples are understood, where test loss peaks, or where that is not measured, Σw²;
 *   <li>cleanup starts where the logarithm of test loss ÷ restricted loss grows, per step, more
 *       than 15 times as fast as its median during circuit formation; where that has not happened,
 *       when restricted accuracy reaches 0.97; without Fourier analysis, when test accuracy reaches
 *       a half, or where guessing brings much, the middle between guessing and 1;
 *   <li>cleanup ends when test loss is at most 10 times train loss.
 * </ul>
 *
 * <p>A level counts when it holds for three evaluations, a boundary is confirmed by ten further
 * ones, a turn by half as many steps again besides. What the run as a whole is, {@link Outcome}
 * says. Each evaluation is looked at a few times, however long the run is; as long as a boundary
 * moves, only what comes after it is looked at again. One thread.
 */
public final class PhaseDetector {
  private static final int CONFIRMING = 10;

  private final Outcome outcome;
  private final List<PhaseSample> samples = new ArrayList<>();
  private final Ending excluded;
  private final Ending testLoss;
  private final Ending weightNorm;
  private final HeldFrom middle;
  private int memorized = -1;
  private int generalized = -1;

  /**
   * A detector.
   *
   * @param outcome what the run is; it observes what this detector does
   */
  public PhaseDetector(Outcome outcome) {
    this.outcome = outcome;
    double half = outcome.criteria().middle();
    middle = new HeldFrom(Outcome.HELD, sample -> sample.testAccuracy() >= half);
    excluded =
        new Ending(
            new TurningPoint(
                PhaseRule.EXCLUDED_LOSS_MINIMUM, PhaseSample::excludedLoss, CONFIRMING),
            new Cleanup(CONFIRMING, half));
    testLoss =
        new Ending(
            TurningPoint.peak(PhaseRule.TEST_LOSS_PEAK, PhaseSample::testLoss, CONFIRMING),
            new Cleanup(CONFIRMING, half));
    weightNorm =
        new Ending(
            TurningPoint.peak(PhaseRule.WEIGHT_NORM_PEAK, PhaseSample::weightNorm, CONFIRMING),
            new Cleanup(CONFIRMING, half));
  }

  /** A way to find the end of memorising, and what follows it. */
  private record Ending(TurningPoint turningPoint, Cleanup cleanup) {}

  /** Takes the next evaluation. */
  public void observe(PhaseSample sample) {
    samples.add(sample);
    outcome.observe(
        sample.step(),
        sample.trainLoss(),
        sample.trainAccuracy(),
        sample.testAccuracy(),
        sample.weightNorm());
    if (memorized < 0 && outcome.measuredMemorized().isPresent()) {
      memorized = samples.size() - Outcome.HELD;
    }
    if (generalized < 0 && outcome.measuredGeneralized().isPresent()) {
      generalized = samples.size() - Outcome.HELD;
    }
  }

  /** What all evaluations so far show. */
  public Phases phases() {
    if (memorized < 0) {
      return Phases.NONE;
    }
    Optional<Phases> found = Optional.empty();
    boolean circuit = Double.isFinite(samples.get(memorized).excludedLoss());
    if (circuit) {
      found = after(excluded);
    }
    if (found.isEmpty() && (!circuit || middle.first(memorized, samples) >= 0)) {
      boolean tested = Double.isFinite(samples.get(memorized).testLoss());
      found = tested ? after(testLoss) : after(weightNorm);
    }
    return found.orElse(Phases.NONE);
  }

  /** Looked for until the run has generalised: what turns later is another story. */
  private Optional<Phases> after(Ending ending) {
    int last = Math.max(memorized, generalized) + 1;
    // That it has generalised is known two evaluations late, so those are not for certain among
    // the ones to look at.
    int certain = generalized < 0 ? Math.max(memorized, samples.size() - Outcome.HELD) + 1 : last;
    int until = generalized < 0 ? samples.size() : last;
    return ending
        .turningPoint()
        .among(memorized, certain, until, samples)
        .map(turn -> ending.cleanup().after(turn.risen(), turn.boundary(), samples));
  }
}
