package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at networks that are not being trained: those of an earlier step, or from elsewhere. It
 * keeps the last one, for the next look. Trainer thread only.
 */
final class Viewer implements AutoCloseable {
  private final Supplier<Backend> backends;
  private RunConfig config; // null before the first look
  private Experiment experiment; // likewise
  private List<Tensor> loaded = List.of();

  /**
   * A viewer.
   *
   * @param backends gives a backend that outlives the viewer
   */
  Viewer(Supplier<Backend> backends) {
    this.backends = backends;
  }

  /** Answers a question. */
  void show(Command.ShowStilled show) {
    try {
      show.reply().accept(look(show.network(), show.look()));
    } catch (InvalidConfig refused) {
      show.refusal().accept(refused.getMessage());
    }
  }

  /** Reads a circuit. */
  void read(Command.ReadCircuit read) {
    try {
      open(read.network());
      experiment
          .circuit(read.network().step(), read.keys())
          .ifPresentOrElse(
              read.reply(),
              () -> read.refusal().accept("This task is no table of sums modulo an odd number."));
    } catch (InvalidConfig refused) {
      read.refusal().accept(refused.getMessage());
    }
  }

  /** Says what a network does. */
  void report(Command.Report report) {
    try {
      open(report.network());
      report.reply().accept(experiment.report());
    } catch (InvalidConfig refused) {
      report.refusal().accept(refused.getMessage());
    }
  }

  private Snapshot look(Stilled network, Look look) throws InvalidConfig {
    open(network);
    return experiment.snapshot(network.run(), network.step(), look);
  }

  private void open(Stilled network) throws InvalidConfig {
    if (!network.config().equals(config)) {
      close();
      Backend all = backends.get();
      boolean alone = Laboratory.lanes(network.config(), all.lanes()) == 1; // as the run itself
      experiment = Laboratory.experiment(network.config(), alone ? all.alone() : all);
      config = network.config();
    }
    experiment.share(network.share());
    if (loaded != network.weights()) { // not equals: they are large
      experiment.load(network.weights());
      loaded = network.weights();
    }
  }

  @Override
  public void close() {
    config = null;
    loaded = List.of();
    if (experiment != null) {
      experiment.close();
      experiment = null;
    }
  }
}
