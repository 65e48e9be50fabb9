package grokscope.telemetry;

import java.util.Optional;

/**
 * The latest word on a run. Immutable, any thread.
 *
 * @param run the id of the run inside this session
 * @param state where it is in its life
 * @param step the number of updates done
 * @param steps the number of updates after which it is finished
 * @param stepsPerSecond the recent speed; 0 while unknown
 * @param memorized when train accuracy reached its threshold and held
 * @param grokked when test accuracy also reached its threshold and held
 * @param message why it failed, or at which step it diverged; empty otherwise
 */
public record RunStatus(
    long run,
    RunState state,
    int step,
    int steps,
    double stepsPerSecond,
    Optional<StepInterval> memorized,
    Optional<StepInterval> grokked,
    String message) {

  /** Before the first run. */
  public static RunStatus idle() {
    return new RunStatus(0, RunState.IDLE, 0, 0, 0, Optional.empty(), Optional.empty(), "");
  }
}
