package grokscope.cli;

import grokscope.config.InvalidConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often a recorded run makes a checkpoint. Filled by the parser, main thread only. */
public final class CheckpointOption {
  private static final int MOST = 100_000_000;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description =
          "Writes a checkpoint every N steps. Default: at steps 0, 10, 30, 100, then always"
              + " three tenths later (130, 169, …).")
  private @Nullable String steps;

  /** The distance in steps; 0 for one that grows. */
  public int every() throws InvalidConfig {
    return steps == null ? 0 : WholeNumber.upTo(MOST, "", "--checkpoint-every", steps);
  }
}
