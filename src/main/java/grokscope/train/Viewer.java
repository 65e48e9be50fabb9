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

  private Snapshot look(Stilled network, Look look) throws InvalidConfig {
    if (!network.config().equals(config)) {
      close();
      experiment = Laboratory.experiment(network.config(), backends.get());
      config = network.config();
    }
    if (loaded != network.weights()) { // not equals: they are large
      experiment.load(network.weights());
      loaded = network.weights();
    }
    return experiment.snapshot(network.run(), network.step(), look);
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
