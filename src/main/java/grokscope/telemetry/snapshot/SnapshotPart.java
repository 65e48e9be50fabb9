package grokscope.telemetry.snapshot;

/** What a {@link SnapshotRequest} at a network may ask for. Immutable, any thread. */
public enum SnapshotPart {
  /** What the network answers to every pair of operands, or to every row of real numbers. */
  ANSWERS,
  /** What the neurons of a layer do on every pair of operands. */
  NEURONS,
  /** Where the heads of a layer look. */
  ATTENTION,
  /** Copies of all weights. */
  WEIGHTS,
  /** The logits of one example. */
  GUESS,
  /** The pixels of some examples. */
  PIXELS
}
