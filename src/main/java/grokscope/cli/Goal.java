package grokscope.cli;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.RunRequest.Until;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run of the command line is for. */
public enum Goal {
  /** All steps. */
  STEPS(Until.STEPS, RunState.FINISHED, ""),
  /** To end when the hidden examples are understood. */
  GENERALIZED(Until.GENERALIZED, RunState.FINISHED, "did not generalise"),
  /** The same, long after the training examples; without a delay there is nothing to wait for. */
  GROKKED(Until.GENERALIZED, RunState.FINISHED, "did not grok"),
  /** To end when the loss is no number any more, which ends every run. */
  DIVERGED(Until.STEPS, RunState.DIVERGED, "did not diverge");

  private final Until until;
  private final RunState state;
  private final String missed;

  Goal(Until until, RunState state, String missed) {
    this.until = until;
    this.state = state;
    this.missed = missed;
  }

  /** The goal of {@code --until}, if that was given. */
  public static Goal of(@Nullable String word) throws InvalidConfig {
    if (word == null) {
      return STEPS;
    }
    for (Goal goal : values()) {
      if (goal != STEPS && goal.word().equals(word)) {
        return goal;
      }
    }
    String known =
        Arrays.stream(values())
            .filter(goal -> goal != STEPS)
            .map(goal -> '"' + goal.word() + '"')
            .collect(Collectors.joining(", "));
    throw new InvalidConfig(
        "--until", "is \"" + Messages.clipped(word, 40) + "\", but must be one of " + known);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Until until() {
    return until;
  }

  /** Whether a run was over before its last step because the goal needs no more of it. */
  public boolean early(boolean generalized) {
    return until == Until.GENERALIZED && generalized;
  }

  RunState state() {
    return state;
  }

  /** Whether a run that ended in the state of the goal has reached it. */
  boolean reached(RunSummary summary) {
    return switch (this) {
      case STEPS, DIVERGED -> true;
      case GENERALIZED -> summary.generalizedAt().isPresent();
      case GROKKED ->
          Outcome.rise(summary.memorizedAt(), summary.generalizedAt()) == Outcome.Rise.LATE;
    };
  }

  String missed() {
    return missed;
  }
}
