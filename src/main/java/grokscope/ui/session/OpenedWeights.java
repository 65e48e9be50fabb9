package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.report.Findings;
import grokscope.train.report.WeightsOrigin;
import java.util.Optional;

/**
 * The weights of a file, which fit a network of this program. Immutable, any thread.
 *
 * @param name of the file
 * @param network the weights, and the network, the task and the split that they were examined with
 * @param report what was read of them
 * @param origin what is known of them beside their numbers
 */
public record OpenedWeights(
    String name, StoredNetwork network, NetworkReport report, WeightsOrigin origin) {
  RunConfig config() {
    return network.config();
  }

  /** All that is said of them. */
  public Findings findings() {
    return Findings.of(report, origin);
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
}
