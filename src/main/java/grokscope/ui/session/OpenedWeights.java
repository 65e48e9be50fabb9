package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Tensor;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.StoredNetwork;
import java.util.Optional;

/**
 * The weights of a file, which fit a network of this program. Immutable, any thread.
 *
 * @param name of the file
 * @param network the weights, and the network, the task and the split that they were examined with
 * @param report what was read of them
 */
public record OpenedWeights(String name, StoredNetwork network, NetworkReport report) {
  RunConfig config() {
    return network.config();
  }

  /** What stands in place of a step. */
  public String source() {
    return "weights of " + name;
  }

  /**
   * The same network under the id that pictures ask for.
   *
   * @param id negative, as of everything that the trainer does not have
   */
  public StoredNetwork as(long id) {
    return network.as(id);
  }

  /** The word on it: nothing runs. */
  RunStatus status(long id) {
    return new RunStatus(
        id, RunState.IDLE, 0, config().steps(), 0, Optional.empty(), Optional.empty(), "");
  }

  /** How many weights there are. */
  public long count() {
    return network.weights().stream().mapToLong(tensor -> tensor.values().length).sum();
  }

  /** How many of them are not numbers, or infinite. */
  public long broken() {
    return network.weights().stream().mapToLong(Tensor::broken).sum();
  }
}
