package grokscope.train;

import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import java.util.List;
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

  /**
   * Show the network as it is. One of the replies is called on the trainer thread, the first with a
   * copy, the second with one sentence when the run has no network.
   */
  record Show(Look look, Consumer<Snapshot> reply, Consumer<String> refusal) implements Command {
    /** A question of somebody who need not hear that there is no network. */
    public Show(Look look, Consumer<Snapshot> reply) {
      this(look, reply, refused -> {});
    }
  }

  /**
   * Show another network, of an earlier step or from elsewhere. One of the replies is called on the
   * trainer thread; the second gets one sentence when the weights are not of that network.
   */
  record ShowStilled(Stilled network, Look look, Consumer<Snapshot> reply, Consumer<String> refusal)
      implements Command {}

  /**
   * Read the circuit that another network has for a table of sums, with given key frequencies. One
   * of the replies is called on the trainer thread.
   *
   * @param keys empty for the network's own
   */
  record ReadCircuit(
      Stilled network, List<Integer> keys, Consumer<CircuitAt> reply, Consumer<String> refusal)
      implements Command {
    public ReadCircuit {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Say what another network does. One of the replies is called on the trainer thread; the second
   * gets one sentence when the weights are not of that network.
   */
  record Report(Stilled network, Consumer<NetworkReport> reply, Consumer<String> refusal)
      implements Command {}

  /** Hand a checkpoint to whoever keeps them. */
  record Checkpoint() implements Command {}

  /** End the run. */
  record Stop() implements Command {}
}
