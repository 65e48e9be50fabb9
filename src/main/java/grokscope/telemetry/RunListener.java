package grokscope.telemetry;

/**
 * Hears of a run as it happens. Called on the trainer thread, in order, so it must not block: it
 * hands on and returns.
 */
public interface RunListener {
  /** Values were measured. */
  void sampled(Sample sample);

  /** Something happened. */
  void happened(RunEvent event);

  /** The latest word; many of these are sent and only the last counts. */
  void status(RunStatus status);

  /** The run is over; nothing more comes. */
  void ended(RunSummary summary);
}
