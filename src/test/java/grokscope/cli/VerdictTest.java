package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a run did what it was for, and the sentence where it did not. */
class VerdictTest {
  private static final StepInterval EARLY = new StepInterval(58, 60);
  private static final StepInterval LATE = new StepInterval(1060, 1080);
  private static final StepInterval FIRST = new StepInterval(30, 35);

  private static RunSummary summary(RunState state, StepInterval generalized) {
    return new RunSummary(
        1, state, 5000, Optional.of(EARLY), Optional.ofNullable(generalized), 2, 99, Map.of(), "");
  }

  @Test
  void grokkingIsReachedByADelayOnly() throws InvalidConfig {
    Goal grokked = Goal.of("grokked");
    assertThat(Verdict.complaint(summary(RunState.FINISHED, LATE), grokked)).isEmpty();
    assertThat(Verdict.complaint(summary(RunState.FINISHED, FIRST), grokked))
        .contains("the run generalised at 30–35, but did not grok.");
    assertThat(Verdict.complaint(summary(RunState.FINISHED, null), grokked))
        .contains("the run took all its 5000 steps, but did not grok.");
  }

  @Test
  void generalizingIsReachedWithAndWithoutADelay() throws InvalidConfig {
    Goal generalized = Goal.of("generalized");
    assertThat(Verdict.complaint(summary(RunState.FINISHED, LATE), generalized)).isEmpty();
    assertThat(Verdict.complaint(summary(RunState.FINISHED, FIRST), generalized)).isEmpty();
    assertThat(Verdict.complaint(summary(RunState.FINISHED, null), generalized)).isPresent();
  }

  @Test
  void otherGoalsAskForTheStateOnly() throws InvalidConfig {
    assertThat(Verdict.complaint(summary(RunState.FINISHED, null), Goal.STEPS)).isEmpty();
    assertThat(Verdict.complaint(summary(RunState.FAILED, null), Goal.STEPS))
        .contains("the run failed.");
    Goal diverged = Goal.of("diverged");
    assertThat(Verdict.complaint(summary(RunState.DIVERGED, null), diverged)).isEmpty();
    assertThat(Verdict.complaint(summary(RunState.FINISHED, LATE), diverged))
        .contains("the run took all its 5000 steps, but did not diverge.");
  }

  @Test
  void anUnknownGoalIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Goal.of("bored"))
        .hasMessageContaining("must be one of \"generalized\", \"grokked\", \"diverged\"");
  }
}
