package grokscope.measure.phase;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.phase.Outcome.Rise;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules by which a run is judged, at their borders. */
class OutcomeTest {
  private static Optional<StepInterval> at(int after, int by) {
    return Optional.of(new StepInterval(after, by));
  }

  /** A run that has memorised at step 100, and perhaps understood, and then stood for a while. */
  private static Outcome standing(
      double threshold, Integer understood, int evaluations, double train, double test) {
    Outcome outcome = new Outcome(MadeUpRun.field(threshold, false));
    outcome.tell(
        RunState.RUNNING,
        at(99, 100),
        Optional.ofNullable(understood).map(step -> new StepInterval(step - 1, step)));
    outcome.observe(2000, 0.1, 1, threshold, 100);
    for (int i = 1; i <= evaluations; i++) {
      outcome.observe(2000 + i, 0.1, train, test, 100);
    }
    return outcome;
  }

  @Test
  void aDelayIsJudgedByHowLongMemorizingTook() {
    assertThat(Outcome.rise(at(99, 100), Optional.empty())).isEqualTo(Rise.NONE);
    assertThat(Outcome.rise(at(99, 100), at(148, 149))).isEqualTo(Rise.AT_ONCE);
    assertThat(Outcome.rise(at(99, 100), at(149, 150))).isEqualTo(Rise.SOON);
    assertThat(Outcome.rise(at(99, 100), at(298, 299))).isEqualTo(Rise.SOON);
    assertThat(Outcome.rise(at(99, 100), at(299, 300))).isEqualTo(Rise.LATE);
    assertThat(Outcome.rise(at(133, 134), at(393, 396))).isEqualTo(Rise.SOON);
  }

  @Test
  void aThousandStepsAreADelayHoweverLongMemorizingTook() {
    assertThat(Outcome.rise(at(1499, 1500), at(2498, 2499))).isEqualTo(Rise.SOON);
    assertThat(Outcome.rise(at(1499, 1500), at(2499, 2500))).isEqualTo(Rise.LATE);
    assertThat(Outcome.rise(at(4999, 5000), at(5999, 6000))).isEqualTo(Rise.LATE);
  }

  @Test
  void whatComesBeforeMemorizingIsNoDelay() {
    assertThat(Outcome.rise(at(94, 95), at(52, 53))).isEqualTo(Rise.AT_ONCE);
    assertThat(Outcome.rise(Optional.empty(), at(52, 53))).isEqualTo(Rise.AT_ONCE);
    assertThat(Outcome.rise(at(-1, 0), at(-1, 0))).isEqualTo(Rise.AT_ONCE);
  }

  /**
   * At the earliest, the first delay is one of 71 steps after 100, at the latest of 158 after 21.
   */
  @Test
  void aDelayBelowTheDistanceOfTheEvaluationsCannotBeSeen() {
    assertThat(Outcome.rise(at(20, 100), at(170, 179))).isEqualTo(Rise.UNSURE);
    assertThat(Outcome.rise(at(20, 100), at(179, 180))).isEqualTo(Rise.UNSURE);
    assertThat(Outcome.rise(at(0, 100), at(100, 2000))).isEqualTo(Rise.UNSURE);
    assertThat(Outcome.rise(at(1200, 1400), at(1200, 1400))).isEqualTo(Rise.AT_ONCE);
    assertThat(Outcome.rise(at(-1, 500), at(-1, 500))).isEqualTo(Rise.UNSURE);
  }

  @Test
  void aDelayIsGrokkingWhereEvenTheShortestPossibleIs() {
    assertThat(Outcome.rise(at(0, 100), at(299, 400))).isEqualTo(Rise.LATE);
    assertThat(Outcome.rise(at(0, 100), at(298, 400))).isEqualTo(Rise.UNSURE);
    assertThat(Outcome.rise(at(0, 500), at(2000, 2500))).isEqualTo(Rise.LATE);
  }

  @Test
  void withoutTrainAccuracyNothingIsSaidOfMemorizing() {
    Outcome outcome = new Outcome(new RunCriteria(0.99, false, 0.01, 100, true));
    for (int step = 0; step < 500; step += 100) {
      outcome.observe(step, Double.NaN, Double.NaN, step < 200 ? 0.3 : 1, 100);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.UNTOLD);
    assertThat(outcome.generalized()).contains(new StepInterval(100, 200));
  }

  @Test
  void aPartIsUnderstoodFromFivePerCentOn() {
    assertThat(standing(0.99, null, 3, 1, 0.049).verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
    assertThat(standing(0.99, null, 3, 1, 0.05).verdict()).isEqualTo(PhaseVerdict.IN_PART);
    assertThat(standing(0.99, null, 3, 1, 0.98).verdict()).isEqualTo(PhaseVerdict.IN_PART);
    assertThat(standing(0.99, null, 3, 1, Double.NaN).verdict())
        .isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
  }

  @Test
  void aSpikeNeitherMakesAPartNorTakesIt() {
    assertThat(standing(0.99, null, 1, 1, 0.3).verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
    Outcome outcome = standing(0.99, null, 3, 1, 0.3);
    for (int i = 1; i <= 9; i++) {
      outcome.observe(3000 + i, 0.1, 1, 0.01, 100);
      assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.IN_PART);
    }
    outcome.observe(3010, 0.1, 1, 0.01, 100);
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
  }

  @Test
  void whatWasRightBeforeTheFirstStepIsNoUnderstanding() {
    Outcome outcome = new Outcome(MadeUpRun.field(false));
    for (int step = 0; step < 9; step++) {
      outcome.observe(step, 0.1, 1, step == 0 ? 0.5 : 0.54, 100);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
  }

  private static PhaseVerdict memorized(double guessing, int hidden, double test) {
    Outcome outcome = new Outcome(new RunCriteria(0.99, false, guessing, hidden, true));
    outcome.tell(RunState.RUNNING, at(99, 100), Optional.empty());
    for (int i = 0; i < 3; i++) {
      outcome.observe(200 + i, 0.1, 1, test, 100);
    }
    return outcome.verdict();
  }

  @Test
  void whatGuessingBringsIsNoUnderstanding() {
    assertThat(memorized(0.5, 1000, 0.54)).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
    assertThat(memorized(0.5, 1000, 0.55)).isEqualTo(PhaseVerdict.IN_PART);
    assertThat(memorized(0.1, 11, 0.36)).as("a tiny table").isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
    assertThat(memorized(0.1, 1000, 0.13)).isEqualTo(PhaseVerdict.IN_PART);
  }

  @Test
  void theFieldOfARunKnowsItsTask() {
    RunCriteria sums = Outcome.of(MadeUpRun.all().get(0).config()).criteria();
    assertThat(sums.guessing()).isEqualTo(1 / 59.0);
    assertThat(sums.hidden()).isBetween(2000, 2100);
    assertThat(sums.rule()).isTrue();
    assertThat(sums.threshold()).isEqualTo(0.99);
  }

  @Test
  void weightsThatAreGoneAreACollapse() {
    Outcome outcome = standing(0.99, null, 0, 1, 0.5);
    for (int i = 1; i <= 10; i++) {
      assertThat(outcome.verdict()).isNotEqualTo(PhaseVerdict.COLLAPSED);
      outcome.observe(2000 + i, 4, 0.02, 0.02, 9.9);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.COLLAPSED);
    assertThat(outcome.lostAt()).isEqualTo(at(2000, 2001));
    for (int i = 1; i <= 10; i++) {
      outcome.observe(3000 + i, 4, 0.02, 0.02, 10.1);
    }
    assertThat(outcome.verdict()).as("a tenth is left").isEqualTo(PhaseVerdict.FORGOTTEN);
  }

  @Test
  void whatIsKnownBeforeTheFirstStepIsRightFromTheStart() {
    Outcome outcome = new Outcome(MadeUpRun.field(false));
    for (int step = 0; step < 3; step++) {
      outcome.observe(step, 0.1, 1, 1, 100);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.FROM_START);
  }

  @Test
  void understandingIsLostBelowTenElevenths() {
    assertThat(standing(0.99, 400, 10, 1, 0.89).verdict()).isEqualTo(PhaseVerdict.UNGROKKED);
    assertThat(standing(0.99, 400, 10, 1, 0.91).verdict()).isEqualTo(PhaseVerdict.GROKKING);
    assertThat(standing(0.99, 400, 10, 1, 0.55).verdict()).isEqualTo(PhaseVerdict.UNGROKKED);
    assertThat(standing(0.9, 400, 10, 1, 0.85).verdict()).isEqualTo(PhaseVerdict.GROKKING);
    assertThat(standing(0.9, 400, 10, 1, 0.8).verdict()).isEqualTo(PhaseVerdict.UNGROKKED);
  }

  @Test
  void nineEvaluationsAreASpike() {
    assertThat(standing(0.99, 400, 9, 1, 0).verdict()).isEqualTo(PhaseVerdict.GROKKING);
    assertThat(standing(0.99, 400, 9, 1, 0).fallen()).isTrue();
    assertThat(standing(0.99, 400, 10, 1, 0).verdict()).isEqualTo(PhaseVerdict.UNGROKKED);
    assertThat(standing(0.99, null, 9, 0.02, 0).verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
    assertThat(standing(0.99, null, 10, 0.02, 0).verdict()).isEqualTo(PhaseVerdict.FORGOTTEN);
  }

  @Test
  void aNetworkThatUnlearnsWrongLabelsHasForgottenNothing() {
    assertThat(standing(0.99, 400, 20, 0.4, 1).verdict()).isEqualTo(PhaseVerdict.GROKKING);
    assertThat(standing(0.99, 400, 20, 0.4, 0.4).verdict()).isEqualTo(PhaseVerdict.FORGOTTEN);
  }

  @Test
  void aLossWithoutSenseIsDivergedAlsoWhereItIsFinite() {
    for (double loss : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1.001e9}) {
      Outcome outcome = standing(0.99, 400, 3, 1, 1);
      outcome.observe(1000, loss, 1, 1, 100);
      assertThat(Outcome.hopeless(loss)).isTrue();
      assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.DIVERGED);
    }
    Outcome unmeasured = new Outcome(MadeUpRun.field(false));
    unmeasured.observe(0, Double.NaN, 0, 0, 100);
    assertThat(unmeasured.verdict())
        .as("a file without losses")
        .isEqualTo(PhaseVerdict.NOT_LEARNED);
    assertThat(Outcome.hopeless(1e9)).isFalse();
  }

  @Test
  void divergingEndsEverything() {
    Outcome outcome = standing(0.99, 400, 3, 1, 1);
    outcome.tell(RunState.DIVERGED, at(99, 100), at(399, 400));
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.DIVERGED);
    Outcome unmeasured = new Outcome(MadeUpRun.field(false));
    unmeasured.observe(0, Double.NaN, 0, 0, 100);
    assertThat(unmeasured.verdict()).isEqualTo(PhaseVerdict.NOT_LEARNED);
  }

  @Test
  void newExamplesInEveryStepAreNeverMemorized() {
    Outcome outcome = new Outcome(MadeUpRun.field(true));
    outcome.observe(0, 4, 0, 0, 100);
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.LEARNING);
    for (int step = 1; step < 4; step++) {
      outcome.observe(step, 1, 1, 0.6, 100);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.LEARNED_IN_PART);
    for (int step = 4; step < 7; step++) {
      outcome.observe(step, 0.1, 1, 1, 100);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.LEARNED);
    for (int step = 7; step < 17; step++) {
      outcome.observe(step, 4, 0, 0, 100);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.UNGROKKED);
  }
}
