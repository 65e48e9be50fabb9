package grokscope.train.loop;

import grokscope.config.InvalidConfig;
import grokscope.measure.fourier.Score;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.look.CircuitMoment;
import grokscope.train.look.NetworkReport;
import java.util.List;

/** Where a {@link Question} finds its answer. Trainer thread only. */
public interface NetworkAccess {
  /**
   * Shows the current state of the network that is trained, or was trained last.
   *
   * @throws InvalidConfig with one sentence when there is none
   */
  Snapshot snapshot(SnapshotRequest snapshotRequest) throws InvalidConfig;

  /**
   * Shows another network.
   *
   * @throws InvalidConfig with one sentence when the weights are not of that network
   */
  Snapshot snapshot(StoredNetwork network, SnapshotRequest snapshotRequest) throws InvalidConfig;

  /**
   * Reads the circuit that a network has for a table of sums.
   *
   * @param keys the key frequencies; empty for the network's own
   * @throws InvalidConfig with one sentence when the weights are not of that network, or its task
   *     is no table of sums
   */
  CircuitMoment circuit(StoredNetwork network, List<Integer> keys) throws InvalidConfig;

  /**
   * Says what a network does.
   *
   * @throws InvalidConfig with one sentence when the weights are not of that network
   */
  NetworkReport report(StoredNetwork network) throws InvalidConfig;

  /**
   * Measures a network that is not being trained, all measures alike thorough.
   *
   * @param ids the metrics; none of them may need the gradient of a training
   * @throws InvalidConfig with one sentence when the weights are not of that network
   */
  MeasuredNetwork measures(StoredNetwork network, List<String> ids) throws InvalidConfig;

  /**
   * Says how well networks answer all examples of their tasks, in their order.
   *
   * @throws InvalidConfig with one sentence when weights are not of their network
   */
  List<Score> scores(List<StoredNetwork> networks) throws InvalidConfig;
}
