package grokscope.train.loop;

import grokscope.config.RunConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import java.util.List;
import java.util.Optional;

/**
 * What to run, and how. Immutable, any thread.
 *
 * @param config checked by the catalog
 * @param paused whether to wait for a command before the first step
 * @param until what ends it early
 * @param from where to go on; empty to begin with the first step. Its start is this config, but for
 *     the number of steps
 * @param turns knob changes with the number of steps after which they happen, in the order of the
 *     steps
 * @param checkpointEvery how many steps lie between two checkpoints; 0 for a distance that grows
 * @param columns the ids of what is measured, in their order; empty for all there is
 */
public record RunRequest(
    RunConfig config,
    boolean paused,
    Until until,
    Optional<Checkpoint> from,
    List<RunEvent.KnobTurned> turns,
    int checkpointEvery,
    List<String> columns) {
  /** What ends a run before its last step, besides a command. */
  public enum Until {
    /** Nothing. */
    STEPS,
    /** Test accuracy has reached its threshold and held. */
    GENERALIZED
  }

  public RunRequest {
    turns = List.copyOf(turns);
    columns = List.copyOf(columns);
  }

  /** A run from its first step on. */
  public RunRequest(RunConfig config, boolean paused, Until until) {
    this(config, paused, until, Optional.empty(), List.of(), 0, List.of());
  }

  /** A run that starts at once and takes all its steps. */
  public static RunRequest of(RunConfig config) {
    return new RunRequest(config, false, Until.STEPS);
  }

  /** The same with another end. */
  public RunRequest endingWhen(Until other) {
    return new RunRequest(config, paused, other, from, turns, checkpointEvery, columns);
  }

  /** The same with checkpoints at a fixed distance, or with 0 at one that grows. */
  public RunRequest withCheckpointEvery(int steps) {
    return new RunRequest(config, paused, until, from, turns, steps, columns);
  }

  /** The same with these knobs turned at their steps. */
  public RunRequest withTurns(List<RunEvent.KnobTurned> others) {
    return new RunRequest(config, paused, until, from, others, checkpointEvery, columns);
  }

  /**
   * The same, measuring only these of its metrics: a run that goes on fills the columns that its
   * file has.
   */
  public RunRequest measuring(List<String> ids) {
    return new RunRequest(config, paused, until, from, turns, checkpointEvery, ids);
  }

  /** The same, going on where another program was. */
  public RunRequest resumingFrom(Checkpoint checkpoint) {
    return new RunRequest(
        config, paused, until, Optional.of(checkpoint), turns, checkpointEvery, columns);
  }
}
