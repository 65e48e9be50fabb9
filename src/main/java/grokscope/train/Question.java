package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import java.util.List;

/** What may be asked about a network. Immutable, any thread. */
public sealed interface Question<A> {
  /**
   * Finds the answer. Trainer thread only.
   *
   * @throws InvalidConfig with one sentence when there is none
   */
  A answer(NetworkDesk desk) throws InvalidConfig;

  /** What the network that is trained, or was trained last, looks like now. */
  record Show(Look look) implements Question<Snapshot> {
    @Override
    public Snapshot answer(NetworkDesk desk) throws InvalidConfig {
      return desk.snapshot(look);
    }
  }

  /** What another network looks like, of an earlier step or from elsewhere. */
  record ShowStilled(Stilled network, Look look) implements Question<Snapshot> {
    @Override
    public Snapshot answer(NetworkDesk desk) throws InvalidConfig {
      return desk.snapshot(network, look);
    }
  }

  /**
   * The circuit that another network has for a table of sums, read with given key frequencies.
   *
   * @param keys empty for the network's own
   */
  record ReadCircuit(Stilled network, List<Integer> keys) implements Question<CircuitAt> {
    public ReadCircuit {
      keys = List.copyOf(keys);
    }

    @Override
    public CircuitAt answer(NetworkDesk desk) throws InvalidConfig {
      return desk.circuit(network, keys);
    }
  }

  /** What another network does. */
  record Report(Stilled network) implements Question<NetworkReport> {
    @Override
    public NetworkReport answer(NetworkDesk desk) throws InvalidConfig {
      return desk.report(network);
    }
  }
}
