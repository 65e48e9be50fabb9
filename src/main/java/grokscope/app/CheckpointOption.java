package grokscope.app;

import grokscope.config.InvalidConfig;
import grokscope.config.Words;
import picocli.CommandLine.Option;

/** How often a recorded run makes a checkpoint. Filled by the parser, main thread only. */
final class CheckpointOption {
  private static final int MOST = 100_000_000;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description =
          "Writes a checkpoint every N steps. Without it at steps 0, 1, 2, 5, 10, 20, 50, 100, and"
              + " then every twentieth part of the step.")
  private String steps;

  /** The distance in steps; 0 for one that grows. */
  int every() throws InvalidConfig {
    if (steps == null) {
      return 0;
    }
    try {
      int every = Integer.parseInt(steps);
      if (every >= 1 && every <= MOST) {
        return every;
      }
    } catch (NumberFormatException e) {
      // The same sentence says what is allowed.
    }
    throw new InvalidConfig(
        "--checkpoint-every",
        "is " + Words.clipped(steps, 40) + ", but must be a whole number from 1 to " + MOST);
  }
}
