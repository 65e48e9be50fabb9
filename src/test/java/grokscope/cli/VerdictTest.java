package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.command.PeakMemory;
import grokscope.cli.watch.PreparationLine;
import grokscope.cli.watch.ProgressLine;
import grokscope.telemetry.History;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the terminal says of a run. */
class VerdictTest {
  private static RunSummary summary(RunState state, StepInterval memorized, StepInterval grokked) {
    return new RunSummary(
        1,
        state,
        500,
        Optional.ofNullable(memorized),
        Optional.ofNullable(grokked),
        9,
        Map.of(),
        "");
  }

  private static RunStatus running(int step, double speed) {
    return new RunStatus(
        1, RunState.RUNNING, step, 100_000, speed, Optional.empty(), Optional.empty(), "");
  }

  @Test
  void tellsTheDelay() {
    StepInterval early = new StepInterval(58, 60);
    assertThat(Verdict.words(summary(RunState.FINISHED, early, new StepInterval(1060, 1080))))
        .isEqualTo("Memorised at 58–60, grokked at 1060–1080: 18 times the steps.");
    assertThat(Verdict.words(summary(RunState.FINISHED, early, new StepInterval(85, 90))))
        .isEqualTo("Memorised at 58–60, generalised at 85–90: 1.5 times the steps.");
    assertThat(Verdict.words(summary(RunState.FINISHED, early, new StepInterval(35, 36))))
        .isEqualTo("Memorised at 58–60, generalised at 35–36.");
    assertThat(Verdict.words(summary(RunState.FINISHED, early, null)))
        .isEqualTo("Memorised at 58–60, but did not grok in 500 steps.");
    assertThat(Verdict.words(summary(RunState.FINISHED, null, null)))
        .isEqualTo("Did not memorise in 500 steps.");
  }

  @Test
  void aRunThatEndedOtherwiseThanAskedIsAComplaint() {
    RunSummary finished = summary(RunState.FINISHED, null, null);
    RunSummary grokked = summary(RunState.FINISHED, null, new StepInterval(3, 4));
    RunSummary failed = summary(RunState.FAILED, null, null);
    assertThat(Verdict.complaint(finished, Goal.STEPS)).isEmpty();
    assertThat(Verdict.complaint(grokked, Goal.GROKKED)).isEmpty();
    assertThat(Verdict.complaint(finished, Goal.GROKKED)).isPresent();
    assertThat(Verdict.complaint(failed, Goal.STEPS)).contains("the run failed.");
  }

  @Test
  void whatIsBeingPreparedIsSaid() {
    assertThat(PreparationLine.words(RunStatus.preparing(1, 9, "reading images", 0.231)))
        .isEqualTo("reading images 23.1%");
    assertThat(PreparationLine.words(RunStatus.preparing(1, 9, "", 0))).isEmpty();
    assertThat(PreparationLine.words(running(5, 1))).isEmpty();
  }

  @Test
  void theTimeLeftIsInHoursWhereItMust() {
    assertThat(ProgressLine.eta(running(99_000, 100))).isEqualTo("0:10");
    assertThat(ProgressLine.eta(running(0, 10))).isEqualTo("2:46:40");
    assertThat(ProgressLine.eta(running(0, 0))).isEqualTo("-");
  }

  @Test
  void aLineIsCompleteBeforeAnythingIsMeasured() {
    assertThat(ProgressLine.of(running(0, 0), new History(List.of())))
        .isEqualTo("step 0/100000  loss train - test -  accuracy train - test -  - steps/s  ETA -");
    assertThat(ProgressLine.loss(0.0004)).isEqualTo("4.0e-04");
    assertThat(ProgressLine.loss(4.0789)).isEqualTo("4.079");
  }

  @Test
  void thePeakOfMemoryIsReadWhereTheSystemTellsIt() {
    assertThat(PeakMemory.in("VmPeak:\t  9 kB\nVmHWM:\t  204800 kB\n")).contains(200.0);
    assertThat(PeakMemory.in("nothing")).isEmpty();
  }
}
