package grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.PublishedCurves;
import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class PhaseDetectorTest {
  private static final double NONE = Double.NaN;

  /**
   * The published curves have no train accuracy: it is taken as 1 from where train loss is below
   * 0.01, as it must be there for nearly every example.
   */
  private static List<PhaseSample> published() {
    PublishedCurves curves = PublishedCurves.of("nanda-2023").orElseThrow();
    return curves.rows().stream()
        .map(
            row ->
                new PhaseSample(
                    row.get(0).intValue(),
                    row.get(1),
                    row.get(2),
                    row.get(1) < 0.01 ? 1 : 0.5,
                    row.get(5),
                    row.get(8),
                    row.get(4),
                    row.get(3),
                    row.get(6)))
        .toList();
  }

  private static Phases phasesOf(List<PhaseSample> samples) {
    PhaseDetector detector = new PhaseDetector();
    samples.forEach(detector::observe);
    return detector.phases();
  }

  private static Phases phasesOf(int count, IntFunction<PhaseSample> sample) {
    PhaseDetector detector = new PhaseDetector();
    for (int i = 0; i < count; i++) {
      detector.observe(sample.apply(i));
    }
    return detector.phases();
  }

  private static PhaseSample plain(int step, double trainAccuracy, double testAccuracy) {
    return new PhaseSample(step, 1, 1, trainAccuracy, testAccuracy, 1, NONE, NONE, NONE);
  }

  @Test
  void thePublishedRunHasThePublishedPhases() {
    Phases phases = phasesOf(published());
    assertThat(phases.memorizationEnd())
        .contains(
            new PhaseBoundary(new StepInterval(1200, 1400), PhaseRule.EXCLUDED_LOSS_MINIMUM, true));
    assertThat(phases.cleanupStart())
        .contains(new PhaseBoundary(new StepInterval(9000, 9400), PhaseRule.RATIO_SURGE, true));
    assertThat(phases.cleanupEnd().orElseThrow().at()).isEqualTo(new StepInterval(13500, 14000));
    assertThat(phases.cleanupEnd().orElseThrow().rule()).isEqualTo(PhaseRule.LOSSES_MEET);
    assertThat(phases.memorized()).contains(new StepInterval(200, 300));
    assertThat(phases.generalized()).contains(new StepInterval(10400, 10600));
    assertThat(phases.verdict()).isEqualTo(PhaseVerdict.GROKKING);
  }

  @Test
  void withoutFourierAnalysisThePublishedRunIsCutAlmostTheSame() {
    List<PhaseSample> plain =
        published().stream()
            .map(
                s ->
                    new PhaseSample(
                        s.step(),
                        s.trainLoss(),
                        s.testLoss(),
                        s.trainAccuracy(),
                        s.testAccuracy(),
                        s.weightNorm(),
                        NONE,
                        NONE,
                        NONE))
            .toList();
    Phases phases = phasesOf(plain);
    assertThat(phases.memorizationEnd().orElseThrow().rule()).isEqualTo(PhaseRule.TEST_LOSS_PEAK);
    assertThat(phases.memorizationEnd().orElseThrow().at()).isEqualTo(new StepInterval(1400, 2000));
    assertThat(phases.cleanupStart())
        .contains(
            new PhaseBoundary(new StepInterval(9000, 9400), PhaseRule.TEST_ACCURACY_HALF, true));
    assertThat(phases.cleanupEnd().orElseThrow().at()).isEqualTo(new StepInterval(13500, 14000));
  }

  @Test
  void boundariesAreProvisionalUntilTenFurtherEvaluations() {
    List<PhaseSample> all = published();
    int turned = 0;
    while (all.get(turned).step() < 1400) {
      turned++;
    }
    assertThat(phasesOf(all.subList(0, turned)).memorizationEnd()).as("still falling").isEmpty();
    PhaseBoundary fresh = phasesOf(all.subList(0, turned + 1)).memorizationEnd().orElseThrow();
    assertThat(fresh.at()).isEqualTo(new StepInterval(1200, 1400));
    assertThat(fresh.confirmed()).isFalse();
    assertThat(phasesOf(all.subList(0, turned + 10)).memorizationEnd().orElseThrow().confirmed())
        .isFalse();
    assertThat(phasesOf(all.subList(0, turned + 11)).memorizationEnd().orElseThrow().confirmed())
        .isTrue();
  }

  @Test
  void restrictedAccuracyStandsInWhereTheRatioDoesNotSurge() {
    List<PhaseSample> level =
        published().stream()
            .map(
                s ->
                    new PhaseSample(
                        s.step(),
                        s.trainLoss(),
                        s.testLoss(),
                        s.trainAccuracy(),
                        s.testAccuracy(),
                        s.weightNorm(),
                        s.excludedLoss(),
                        s.testLoss() / 3,
                        s.restrictedAccuracy()))
            .toList();
    assertThat(phasesOf(level).cleanupStart())
        .contains(
            new PhaseBoundary(new StepInterval(9000, 9400), PhaseRule.RESTRICTED_ACCURACY, true));
  }

  @Test
  void aFlatExcludedLossIsNeverAConfirmedTurn() {
    Phases phases =
        phasesOf(60, i -> new PhaseSample(i, 0.01, 9, 1, 0, 1, 0.5 + 0.01 * Math.sin(i), 4, 0.01));
    assertThat(phases.memorizationEnd().map(PhaseBoundary::confirmed).orElse(false)).isFalse();
    assertThat(phases.verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
  }

  @Test
  void weightNormStandsInWhereNoTestLossIsMeasured() {
    Phases phases =
        phasesOf(
            30,
            i ->
                new PhaseSample(
                    10 * i, 0.1, NONE, 1, NONE, 30 - Math.abs(i - 8), NONE, NONE, NONE));
    assertThat(phases.memorizationEnd().orElseThrow().rule()).isEqualTo(PhaseRule.WEIGHT_NORM_PEAK);
    assertThat(phases.memorizationEnd().orElseThrow().at()).isEqualTo(new StepInterval(80, 90));
  }

  @Test
  void aRunThatLearnsBothAtOnceHasNoDelay() {
    assertThat(phasesOf(40, i -> plain(10 * i, i < 10 ? 0 : 1, i < 14 ? 0 : 1)).verdict())
        .isEqualTo(PhaseVerdict.NO_DELAY);
    assertThat(phasesOf(40, i -> plain(10 * i, i < 10 ? 0 : 1, i < 15 ? 0 : 1)).verdict())
        .isEqualTo(PhaseVerdict.GROKKING);
  }

  @Test
  void aRunThatLosesItIsUngrokked() {
    assertThat(phasesOf(39, i -> plain(i, 1, i < 10 || i > 29 ? 0.6 : 1)).verdict())
        .as("nine evaluations are a spike")
        .isEqualTo(PhaseVerdict.GROKKING);
    assertThat(phasesOf(40, i -> plain(i, 1, i < 10 || i > 29 ? 0.6 : 1)).verdict())
        .isEqualTo(PhaseVerdict.UNGROKKED);
  }

  @Test
  void otherVerdicts() {
    assertThat(new PhaseDetector().phases().verdict()).isEqualTo(PhaseVerdict.NOT_LEARNED);
    assertThat(phasesOf(20, i -> plain(i, 0.98, 0.98)).verdict())
        .isEqualTo(PhaseVerdict.NOT_LEARNED);
    assertThat(
            phasesOf(20, i -> new PhaseSample(i, i < 19 ? 1 : NONE, 1, 1, 1, 1, NONE, NONE, NONE))
                .verdict())
        .isEqualTo(PhaseVerdict.DIVERGED);
  }
}
