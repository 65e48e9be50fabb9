package grokscope.train;

/** What the outside may ask of a run; obeyed between two steps. Immutable, any thread. */
public sealed interface Command {
  /** Take steps until the end. */
  record Resume() implements Command {}

  /** Wait for the next command. */
  record Pause() implements Command {}

  /** Take a few steps, then wait. */
  record Step(int count) implements Command {}

  /** Give a knob that acts live a new value. The value has been accepted by the catalog. */
  record Retune(String path, Object value) implements Command {}

  /** End the run. */
  record Stop() implements Command {}
}
