package grokscope.telemetry;

import java.util.List;

/**
 * Hears of a run as it happens. Called on the trainer thread, in order, so it must not block: it
 * hands on and returns.
 */
public interface RunListener {
  /** Values were measured. */
  void sampled(Sample sample);

  /** Several numbers of one kind were measured, at the step of the last sample. */
  default void profiled(Profile profile) {}

  /** Something happened. */
  void happened(RunEvent event);

  /** The latest word; many of these are sent and only the last counts. */
  void status(RunStatus status);

  /** The weights at the end of a run that took steps; comes before the end itself. */
  default void weights(List<Tensor> copies) {}

  /** The run is over; nothing more comes. */
  void ended(RunSummary summary);
}
