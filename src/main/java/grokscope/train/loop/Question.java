package grokscope.train.loop;

import grokscope.config.InvalidConfig;
import grokscope.measure.fourier.Score;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.look.CircuitMoment;
import grokscope.train.look.NetworkReport;
import java.util.List;

/** What may be asked about a network. Immutable, any thread. */
public sealed interface Question<A> {
  /**
   * Finds the answer. Trainer thread only.
   *
   * @throws InvalidConfig with one sentence when there is none
   */
  A answer(NetworkAccess desk) throws InvalidConfig;

  /** What the network that is trained, or was trained last, looks like now. */
  record Show(SnapshotRequest snapshotRequest) implements Question<Snapshot> {
    @Override
    public Snapshot answer(NetworkAccess desk) throws InvalidConfig {
      return desk.snapshot(snapshotRequest);
    }
  }

  /** What another network looks like, of an earlier step or from elsewhere. */
  record ShowStored(StoredNetwork network, SnapshotRequest snapshotRequest)
      implements Question<Snapshot> {
    @Override
    public Snapshot answer(NetworkAccess desk) throws InvalidConfig {
      return desk.snapshot(network, snapshotRequest);
    }
  }

  /**
   * The circuit that another network has for a table of sums, read with given key frequencies.
   *
   * @param keys empty for the network's own
   */
  record ReadCircuit(StoredNetwork network, List<Integer> keys) implements Question<CircuitMoment> {
    public ReadCircuit {
      keys = List.copyOf(keys);
    }

    @Override
    public CircuitMoment answer(NetworkAccess desk) throws InvalidConfig {
      return desk.circuit(network, keys);
    }
  }

  /** What another network does. */
  record Report(StoredNetwork network) implements Question<NetworkReport> {
    @Override
    public NetworkReport answer(NetworkAccess desk) throws InvalidConfig {
      return desk.report(network);
    }
  }

  /**
   * What is measured of another network.
   *
   * @param ids the metrics; none of them may need the gradient of a training
   */
  record Measure(StoredNetwork network, List<String> ids) implements Question<MeasuredNetwork> {
    public Measure {
      ids = List.copyOf(ids);
    }

    @Override
    public MeasuredNetwork answer(NetworkAccess desk) throws InvalidConfig {
      return desk.measures(network, ids);
    }
  }

  /**
   * How well each of some networks answers all examples of its task, in their order. Those with the
   * same list of weights and the same network are asked only once.
   */
  record Try(List<StoredNetwork> networks) implements Question<List<Score>> {
    public Try {
      networks = List.copyOf(networks);
    }

    @Override
    public List<Score> answer(NetworkAccess desk) throws InvalidConfig {
      return desk.scores(networks);
    }
  }
}
