package grokscope.app;

import grokscope.config.InvalidConfig;
import grokscope.config.Words;
import grokscope.train.RunRequest.Until;

/** What a run of the command line is for. */
enum Goal {
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

  /** The goal of {@code --until}; null when the option was not given. */
  static Goal of(String word) throws InvalidConfig {
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
                  + Words.clipped(word, 40)
                  + "\", but must be one of \"grokked\", \"diverged\"");
    };
  }

  Until until() {
    return until;
  }

  String missed() {
    return missed;
  }
}
