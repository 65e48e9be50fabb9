package grokscope.telemetry;

/** What a {@link Look} at a network may ask for. Immutable, any thread. */
public enum Sight {
  /** What the network answers to every pair of operands. */
  ANSWERS,
  /** What the neurons of a layer do on every pair of operands. */
  NEURONS,
  /** Where the heads of a layer look. */
  ATTENTION,
  /** Copies of all weights. */
  WEIGHTS,
  /** The logits of one example. */
  GUESS
}
