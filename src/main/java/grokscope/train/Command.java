package grokscope.train;

import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import java.util.function.Consumer;

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

  /** Show the network as it is. The reply is called on the trainer thread, with a copy. */
  record Show(Look look, Consumer<Snapshot> reply) implements Command {}

  /**
   * Show another network, of an earlier step or from elsewhere. One of the replies is called on the
   * trainer thread; the second gets one sentence when the weights are not of that network.
   */
  record ShowStilled(Stilled network, Look look, Consumer<Snapshot> reply, Consumer<String> refusal)
      implements Command {}

  /** Hand a checkpoint to whoever keeps them. */
  record Checkpoint() implements Command {}

  /** End the run. */
  record Stop() implements Command {}
}
