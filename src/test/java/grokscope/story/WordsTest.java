package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.phase.MadeUpRun;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.StepInterval;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final StepInterval SEEN = new StepInterval(9, 10);
  private static final StepInterval LATER = new StepInterval(28, 30);

  private static RunStatus status(RunState state, int step, int steps, double speed) {
    return new RunStatus(1, state, step, steps, speed, Optional.empty(), Optional.empty(), "");
  }

  private static RunStatus status(RunState state, boolean memorized, boolean grokked) {
    return new RunStatus(
        1,
        state,
        10,
        100,
        1,
        memorized ? Optional.of(SEEN) : Optional.empty(),
        grokked ? Optional.of(LATER) : Optional.empty(),
        "");
  }

  /** Of a run that has stood there for a while. */
  private static RunStage stage(RunStatus status, double testAccuracy, boolean fresh) {
    Outcome outcome = new Outcome(MadeUpRun.field(fresh));
    for (int i = 0; i < Outcome.LOST_HELD; i++) {
      outcome.observe(1 + i, 1, 0.98, testAccuracy, 100);
    }
    outcome.tell(status.state(), status.memorized(), status.generalized());
    return StageWords.of(status.state(), outcome.verdict());
  }

  @Test
  void progressIsWrittenWithThousandsAndTimeLeft() {
    ProgressWords words = ProgressWords.of(status(RunState.RUNNING, 1240, 5000, 212), 3000);
    assertThat(words.steps()).isEqualTo("step 1\u202f240 / 5\u202f000");
    assertThat(words.eta()).isEqualTo("0:18");
    assertThat(words.speed()).isEqualTo("212 steps/s");
    assertThat(words.fraction()).isEqualTo(0.248);
  }

  @Test
  void whileDataAreReadTheirShareIsShown() {
    RunStatus reading = RunStatus.preparing(1, 5000, "reading images", 0.239);
    ProgressWords words = ProgressWords.of(reading, 3000);
    assertThat(words.steps()).isEqualTo("reading images 23\u202f%");
    assertThat(words.fraction()).isEqualTo(0.239);
    assertThat(words.eta() + words.speed()).isEmpty();
    ProgressWords silent = ProgressWords.of(RunStatus.preparing(1, 5000, "", 0), 3000);
    assertThat(silent.steps()).isEqualTo("step 0 / 5\u202f000");
  }

  @Test
  void beforeTheFirstRunThePlannedStepsAreShown() {
    ProgressWords words = ProgressWords.of(RunStatus.idle(), 3000);
    assertThat(words.steps()).endsWith("0 / 3\u202f000");
    assertThat(words.eta()).isEqualTo("–");
    assertThat(words.speed()).isEqualTo("– steps/s");
    assertThat(words.fraction()).isZero();
  }

  @Test
  void longWaitsHaveHoursAndSlowRunsADecimal() {
    assertThat(ProgressWords.of(status(RunState.RUNNING, 0, 40_000, 2.79), 0).eta())
        .isEqualTo("3:58:57");
    assertThat(ProgressWords.of(status(RunState.RUNNING, 0, 100_000, 1.5), 0).eta())
        .isEqualTo("19 h");
    assertThat(ProgressWords.of(status(RunState.RUNNING, 0, 40_000, 2.79), 0).speed())
        .isEqualTo("2.8 steps/s");
  }

  @Test
  void aRunIsMemorizingThenWaitingThenGeneralizingThenGrokked() {
    assertThat(stage(status(RunState.RUNNING, false, false), 0.9, false))
        .isEqualTo(RunStage.MEMORIZING);
    assertThat(stage(status(RunState.RUNNING, true, false), 0.049, false))
        .isEqualTo(RunStage.WAITING);
    assertThat(stage(status(RunState.RUNNING, true, false), Double.NaN, false))
        .isEqualTo(RunStage.WAITING);
    assertThat(stage(status(RunState.RUNNING, true, false), 0.05, false))
        .isEqualTo(RunStage.GENERALIZING);
    assertThat(stage(status(RunState.RUNNING, true, true), 0.98, false))
        .isEqualTo(RunStage.GROKKED);
    assertThat(stage(status(RunState.FINISHED, true, true), 0.2, false))
        .isEqualTo(RunStage.UNGROKKED);
    assertThat(stage(status(RunState.RUNNING, true, false), 0.01, true))
        .isEqualTo(RunStage.LEARNING);
    assertThat(stage(status(RunState.RUNNING, true, false), 0.2, true))
        .isEqualTo(RunStage.UNDERSTANDING);
  }

  @Test
  void aFinishedRunSaysWhatItReached() {
    assertThat(stage(status(RunState.FINISHED, true, true), 1, false)).isEqualTo(RunStage.GROKKED);
    assertThat(stage(status(RunState.FINISHED, true, false), 0.02, false))
        .isEqualTo(RunStage.MEMORIZED_ONLY);
    assertThat(stage(status(RunState.FINISHED, true, false), 0.6, false))
        .isEqualTo(RunStage.PARTLY);
    assertThat(stage(status(RunState.FINISHED, true, false), Double.NaN, false))
        .isEqualTo(RunStage.MEMORIZED_ONLY);
    assertThat(stage(status(RunState.FINISHED, false, false), 0.98, false))
        .isEqualTo(RunStage.NOT_LEARNED);
  }

  @Test
  void aDivergenceNamesItsStep() {
    RunStatus diverged = status(RunState.DIVERGED, 1234, 5000, 0);
    assertThat(StageWords.words(stage(diverged, Double.NaN, false), 1234))
        .isEqualTo("diverged at step 1\u202f234");
  }

  @Test
  void everyStateHasAStage() {
    for (RunState state : RunState.values()) {
      assertThat(stage(status(state, false, false), Double.NaN, false)).isNotNull();
    }
  }
}
