package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.run.weights.RankedWeights;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.report.Findings;
import grokscope.train.report.SplitSource;
import grokscope.train.report.WeightsOrigin;
import java.util.Optional;

/**
 * The weights of a file, as they are shown. Immutable, any thread.
 *
 * @param file where they are from, and what else they may be
 * @param reading which network and task they are shown as
 * @param network the weights, and the network, the task and the split that they were examined with
 * @param report what was read of them
 */
public record OpenedWeights(
    WeightsFile file, RankedWeights.Tried reading, StoredNetwork network, NetworkReport report) {
  /** The name of the file. */
  public String name() {
    return file.name();
  }

  RunConfig config() {
    return network.config();
  }

  /** What stands in place of a step. */
  public String source() {
    return "weights of " + name();
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

  /** All that is said of them. */
  public Findings findings() {
    return Findings.of(report, new WeightsOrigin(split(), file.remarks(reading)));
  }

  /** How it is known which examples were trained on. */
  public SplitSource split() {
    return file.pairs().isPresent()
        ? SplitSource.NAMED
        : file.given(reading) ? SplitSource.SETTINGS : SplitSource.UNKNOWN;
  }
}
