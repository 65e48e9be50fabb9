package grokscope.telemetry;

import java.util.List;

/**
 * Hears of a run as it happens; a method that is left out ignores its kind of news. Called on the
 * trainer thread, in order, so it must not block: it hands on and returns.
 */
public interface RunListener {
  /** Values were measured. */
  default void onSample(Sample sample) {}

  /** Several numbers of one kind were measured, at the step of the last sample. */
  default void onProfile(Profile profile) {}

  /** With what the run is computed from now on; comes after it has begun, or begun to go on. */
  default void onComputed(Computed computed) {}

  /** Something happened. */
  default void onEvent(RunEvent event) {}

  /** The latest word; many of these are sent and only the last counts. */
  default void onStatus(RunStatus status) {}

  /** The final weights of a run that took steps; comes before the end itself. */
  default void onWeights(List<Tensor> copies) {}

  /** Whether it wants checkpoints, which cost the run a copy of all its memory. */
  default boolean keepsCheckpoints() {
    return false;
  }

  /**
   * The whole current state of the run, if it is wanted; comes after everything that happened
   * before.
   */
  default void onCheckpoint(Checkpoint checkpoint) {}

  /** The run is over; nothing more comes. */
  default void onEnd(RunSummary summary) {}
}
