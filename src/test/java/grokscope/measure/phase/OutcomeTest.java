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
    Outcome outcome = new Outcome(threshold, false);
    outcome.tell(
        RunState.RUNNING,
        at(99, 100),
        Optional.ofNullable(understood).map(step -> new StepInterval(step - 1, step)));
    outcome.observe(2000, 0.1, 1, threshold);
    for (int i = 1; i <= evaluations; i++) {
      outcome.observe(2000 + i, 0.1, train, test);
    }
    return outcome;
  }

  @Test
  void aDelayIsJudgedByHowLongMemorizingTook() {
    assertThat(Outcome.rise(at(99, 100), Optional.empty())).isEqualTo(Rise.NONE);
    assertThat(Outcome.rise(at(99, 100), at(148, 149))).isEqualTo(Rise.AT_ONCE);
    assertThat(Outcome.rise(at(99, 100), at(149, 150))).isEqualTo(Rise.SOON);
    assertThat(Outcome.rise(at(99, 100), at(199, 200))).isEqualTo(Rise.SOON);
    assertThat(Outcome.rise(at(99, 100), at(200, 201))).isEqualTo(Rise.LATE);
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

  @Test
  void aDelayBelowTheDistanceOfTheEvaluationsCannotBeSeen() {
    assertThat(Outcome.rise(at(20, 100), at(170, 179))).isEqualTo(Rise.AT_ONCE);
    assertThat(Outcome.rise(at(20, 100), at(179, 180))).isEqualTo(Rise.SOON);
  }

  @Test
  void understandingInPartIsAHalfOrMore() {
    assertThat(standing(0.99, null, 1, 1, 0.29).verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
    assertThat(standing(0.99, null, 1, 1, 0.3).verdict()).isEqualTo(PhaseVerdict.RISING);
    assertThat(standing(0.99, null, 1, 1, 0.49).verdict()).isEqualTo(PhaseVerdict.RISING);
    assertThat(standing(0.99, null, 1, 1, 0.5).verdict()).isEqualTo(PhaseVerdict.IN_PART);
    assertThat(standing(0.99, null, 1, 1, Double.NaN).verdict())
        .isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
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
      outcome.observe(1000, loss, 1, 1);
      assertThat(Outcome.hopeless(loss)).isTrue();
      assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.DIVERGED);
    }
    Outcome unmeasured = new Outcome(0.99, false);
    unmeasured.observe(0, Double.NaN, 0, 0);
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
    Outcome unmeasured = new Outcome(0.99, false);
    unmeasured.observe(0, Double.NaN, 0, 0);
    assertThat(unmeasured.verdict()).isEqualTo(PhaseVerdict.NOT_LEARNED);
  }

  @Test
  void newExamplesInEveryStepAreNeverMemorized() {
    Outcome outcome = new Outcome(0.99, true);
    outcome.observe(0, 4, 0, 0);
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.LEARNING);
    outcome.observe(1, 1, 1, 0.6);
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.LEARNED_IN_PART);
    for (int step = 2; step < 5; step++) {
      outcome.observe(step, 0.1, 1, 1);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.LEARNED);
    for (int step = 5; step < 15; step++) {
      outcome.observe(step, 4, 0, 0);
    }
    assertThat(outcome.verdict()).isEqualTo(PhaseVerdict.UNGROKKED);
  }
}
