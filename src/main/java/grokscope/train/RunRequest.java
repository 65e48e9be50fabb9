package grokscope.train;

import grokscope.config.RunConfig;

/**
 * What to run, and how. Immutable, any thread.
 *
 * @param config checked by the catalog
 * @param paused whether to wait for a command before the first step
 * @param until what ends it early
 */
public record RunRequest(RunConfig config, boolean paused, Until until) {
  /** A run that starts at once and takes all its steps. */
  public static RunRequest of(RunConfig config) {
    return new RunRequest(config, false, Until.STEPS);
  }
}
