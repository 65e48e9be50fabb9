package grokscope.cli;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.train.loop.RunRequest.Until;
import org.jspecify.annotations.Nullable;

/** What a run of the command line is for. */
public enum Goal {
  /** All steps. */
  STEPS(Until.STEPS, ""),
  /** To end when it has grokked. */
  GROKKED(Until.GROKKED, "did not grok"),
  /** To end when the loss is no number any more, which ends every run. */
  DIVERGED(Until.STEPS, "did not diverge");

  private final Until until;
  private final String missed;

  Goal(Until until, String missed) {
    this.until = until;
    this.missed = missed;
  }

  /** The goal of {@code --until}, if that was given. */
  public static Goal of(@Nullable String word) throws InvalidConfig {
    if (word == null) {
      return STEPS;
    }
    return switch (word) {
      case "grokked" -> GROKKED;
      case "diverged" -> DIVERGED;
      default ->
          throw new InvalidConfig(
              "--until",
              "is \""
                  + Messages.clipped(word, 40)
                  + "\", but must be one of \"grokked\", \"diverged\"");
    };
  }

  public Until until() {
    return until;
  }

  String missed() {
    return missed;
  }
}
