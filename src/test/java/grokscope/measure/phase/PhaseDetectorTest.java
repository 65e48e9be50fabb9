package grokscope.measure.phase;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.preset.PublishedCurves;
import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    PhaseDetector detector = new PhaseDetector(new Outcome(MadeUpRun.field(false)));
    samples.forEach(detector::observe);
    return detector.phases();
  }

  private static Phases phasesOf(int count, IntFunction<PhaseSample> sample) {
    return phasesOf(IntStream.range(0, count).mapToObj(sample).toList());
  }

  private static Outcome outcomeOf(List<PhaseSample> samples) {
    Outcome outcome = new Outcome(MadeUpRun.field(false));
    PhaseDetector detector = new PhaseDetector(outcome);
    samples.forEach(detector::observe);
    return outcome;
  }

  private static PhaseVerdict verdictOf(int count, IntFunction<PhaseSample> sample) {
    return outcomeOf(IntStream.range(0, count).mapToObj(sample).toList()).verdict();
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
    Outcome outcome = outcomeOf(published());
    assertThat(outcome.memorized()).contains(new StepInterval(200, 300));
    assertThat(outcome.generalized()).contains(new StepInterval(10400, 10600));
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.GROKKING);
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
    assertThat(phasesOf(all.subList(0, turned + 2)).memorizationEnd()).as("a spike?").isEmpty();
    PhaseBoundary fresh = phasesOf(all.subList(0, turned + 3)).memorizationEnd().orElseThrow();
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
    IntFunction<PhaseSample> flat =
        i -> new PhaseSample(i, 0.01, 9, 1, 0, 1, 0.5 + 0.01 * Math.sin(i), 4, 0.01);
    assertThat(phasesOf(60, flat).memorizationEnd().map(PhaseBoundary::confirmed).orElse(false))
        .isFalse();
    assertThat(verdictOf(60, flat)).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
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
    assertThat(verdictOf(40, i -> plain(10 * i, i < 10 ? 0 : 1, i < 14 ? 0 : 1)))
        .isEqualTo(PhaseVerdict.NO_DELAY);
    assertThat(verdictOf(40, i -> plain(10 * i, i < 10 ? 0 : 1, i < 15 ? 0 : 1)))
        .isEqualTo(PhaseVerdict.SHORT_DELAY);
    assertThat(verdictOf(40, i -> plain(10 * i, i < 10 ? 0 : 1, i < 30 ? 0 : 1)))
        .isEqualTo(PhaseVerdict.GROKKING);
  }

  @Test
  void aRunThatLosesItIsUngrokked() {
    assertThat(verdictOf(39, i -> plain(i, 1, i < 10 || i > 29 ? 0.6 : 1)))
        .as("nine evaluations are a spike")
        .isEqualTo(PhaseVerdict.GROKKING);
    assertThat(verdictOf(40, i -> plain(i, 1, i < 10 || i > 29 ? 0.6 : 1)))
        .isEqualTo(PhaseVerdict.UNGROKKED);
  }

  @Test
  void otherVerdicts() {
    assertThat(outcomeOf(List.of()).verdict()).isEqualTo(PhaseVerdict.NOT_LEARNED);
    assertThat(verdictOf(20, i -> plain(i, 0.98, 0.98))).isEqualTo(PhaseVerdict.NOT_LEARNED);
    assertThat(
            verdictOf(20, i -> new PhaseSample(i, i < 19 ? 1 : NONE, 1, 1, 1, 1, NONE, NONE, NONE)))
        .isEqualTo(PhaseVerdict.DIVERGED);
  }

  /** Values that rise, fall, jump, stay and are missing, of a run that may do anything. */
  private static List<PhaseSample> madeUp(RandomGenerator random) {
    List<PhaseSample> samples = new ArrayList<>();
    boolean fourier = random.nextBoolean();
    boolean restricted = fourier && random.nextInt(4) > 0;
    boolean testLoss = random.nextInt(5) > 0;
    int memorized = random.nextInt(60);
    int generalized = random.nextInt(150);
    int step = random.nextInt(2);
    double[] walk = {0, 0, 0, 0};
    int count = 1 + random.nextInt(160);
    for (int i = 0; i < count; i++) {
      for (int w = 0; w < walk.length; w++) {
        walk[w] += Math.round(random.nextGaussian() * 4) / 8.0;
      }
      boolean spike = random.nextInt(12) == 0;
      samples.add(
          new PhaseSample(
              step,
              Math.exp(-Math.abs(walk[0]) - (i > generalized ? 0 : 3)),
              testLoss ? Math.exp(walk[1]) : NONE,
              i < memorized || spike ? 0.4 : 1,
              i < generalized || spike
                  ? 0.6 * random.nextDouble()
                  : 0.97 + random.nextDouble() / 33,
              100 + walk[2],
              fourier && random.nextInt(60) > 0 ? Math.exp(walk[3]) : NONE,
              restricted ? Math.exp(walk[1] - i / 9.0 * (i > generalized ? 9 : 1)) : NONE,
              restricted ? Math.min(1, random.nextDouble() + i / 100.0) : NONE));
      step += 1 + random.nextInt(9);
    }
    return samples;
  }

  @Test
  void lookingOnceFindsWhatLookingAtAllAgainDoes() {
    RandomGenerator random = new SplittableRandom(20_261_128);
    Set<PhaseRule> rules = EnumSet.noneOf(PhaseRule.class);
    for (int run = 0; run < 600; run++) {
      double threshold = random.nextBoolean() ? 0.99 : 0.9;
      List<PhaseSample> samples = madeUp(random);
      PhaseDetector detector = new PhaseDetector(new Outcome(MadeUpRun.field(threshold, false)));
      for (int i = 0; i < samples.size(); i++) {
        detector.observe(samples.get(i));
        if (random.nextInt(3) > 0) { // a frame may bring several evaluations
          Phases expected = new ScannedPhases(threshold, samples.subList(0, i + 1)).phases();
          assertThat(detector.phases())
              .as("run %d, %d evaluations", run, i + 1)
              .isEqualTo(expected);
          Stream.of(expected.memorizationEnd(), expected.cleanupStart(), expected.cleanupEnd())
              .flatMap(Optional::stream)
              .forEach(boundary -> rules.add(boundary.rule()));
        }
      }
    }
    assertThat(rules).containsExactlyInAnyOrder(PhaseRule.values());
  }
}
