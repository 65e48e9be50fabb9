package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import java.util.List;

/** Where a {@link Question} finds its answer. Trainer thread only. */
public interface NetworkDesk {
  /**
   * Shows the network that is trained, or was trained last, as it is now.
   *
   * @throws InvalidConfig with one sentence when there is none
   */
  Snapshot snapshot(Look look) throws InvalidConfig;

  /**
   * Shows another network.
   *
   * @throws InvalidConfig with one sentence when the weights are not of that network
   */
  Snapshot snapshot(Stilled network, Look look) throws InvalidConfig;

  /**
   * Reads the circuit that a network has for a table of sums.
   *
   * @param keys the key frequencies; empty for the network's own
   * @throws InvalidConfig with one sentence when the weights are not of that network, or its task
   *     is no table of sums
   */
  CircuitAt circuit(Stilled network, List<Integer> keys) throws InvalidConfig;

  /**
   * Says what a network does.
   *
   * @throws InvalidConfig with one sentence when the weights are not of that network
   */
  NetworkReport report(Stilled network) throws InvalidConfig;
}
