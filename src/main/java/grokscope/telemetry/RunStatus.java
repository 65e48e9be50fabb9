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
 * @param generalized when test accuracy also reached its threshold and held
 * @param message why it failed, at which step it diverged, or what is being prepared; empty
 *     otherwise
 * @param prepared how much of that is prepared, from 0 to 1
 * @param seconds the time of all its steps so far, pauses left out; NaN while it is not known
 */
public record RunStatus(
    long run,
    RunState state,
    int step,
    int steps,
    double stepsPerSecond,
    Optional<StepInterval> memorized,
    Optional<StepInterval> generalized,
    String message,
    double prepared,
    double seconds) {

  /** A run that has been prepared, or has nothing to say about it. */
  public RunStatus(
      long run,
      RunState state,
      int step,
      int steps,
      double stepsPerSecond,
      Optional<StepInterval> memorized,
      Optional<StepInterval> grokked,
      String message) {
    this(run, state, step, steps, stepsPerSecond, memorized, grokked, message, 0, Double.NaN);
  }

  /**
   * A run that is being prepared.
   *
   * @param doing what is being done, in words; empty when there is nothing to say
   */
  public static RunStatus preparing(long run, int steps, String doing, double share) {
    return new RunStatus(
        run,
        RunState.PREPARING,
        0,
        steps,
        0,
        Optional.empty(),
        Optional.empty(),
        doing,
        share,
        Double.NaN);
  }

  /** Before the first run. */
  public static RunStatus idle() {
    return new RunStatus(0, RunState.IDLE, 0, 0, 0, Optional.empty(), Optional.empty(), "");
  }

  /** The same with the time that its steps took. */
  public RunStatus taking(double time) {
    return new RunStatus(
        run, state, step, steps, stepsPerSecond, memorized, generalized, message, prepared, time);
  }
}
