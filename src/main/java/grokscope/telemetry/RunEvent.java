package grokscope.telemetry;

import java.nio.file.Path;
import java.util.List;

/** Something that happened to a run at a step. Rare, and never thinned. Immutable, any thread. */
public sealed interface RunEvent {
  /** The id of the run inside this session. */
  long run();

  /** The number of updates done when it happened. */
  int step();

  /** The run entered a state. */
  record StateChanged(long run, int step, RunState state, String message) implements RunEvent {}

  /** A knob that acts live was turned: from this step on it has the new value. */
  record KnobTurned(long run, int step, String path, Object value) implements RunEvent {}

  /** A knob that acts live was not turned, because this run cannot have that value. */
  record KnobRefused(long run, int step, String path, String reason) implements RunEvent {}

  /** The run began here as a branch of another, whose folder has this name. */
  record Branched(long run, int step, String parent) implements RunEvent {}

  /**
   * A checkpoint of this step is on disk, whole. Told by the thread that wrote it, after the run
   * has gone on, so it may come after events of later steps, and after the run's end; those of one
   * run come in the order in which they were written.
   *
   * @param reason why it is kept, as its file says
   * @param file where it is
   * @param bytes its size
   * @param gone the checkpoints whose place it took
   */
  record CheckpointKept(
      long run, int step, Checkpoint.Reason reason, Path file, long bytes, List<Path> gone)
      implements RunEvent {
    public CheckpointKept {
      gone = List.copyOf(gone);
    }
  }

  /** Train accuracy reached its threshold and held. */
  record Memorized(long run, int step, StepInterval at) implements RunEvent {}

  /**
   * Test accuracy reached its threshold and held.
   *
   * @param grokking whether it did so long after train accuracy
   */
  record Generalized(long run, int step, StepInterval at, boolean grokking) implements RunEvent {}
}
