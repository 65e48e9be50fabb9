package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at networks that are not being trained: those of an earlier step, or from elsewhere. It
 * keeps the last one, for the next look. Trainer thread only; without a session, the thread that
 * calls it works as the trainer.
 */
public final class Viewer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

  private final Function<RunConfig, Backend> backends;
  private RunConfig config; // null before the first look
  private Experiment experiment; // likewise
  private List<Tensor> loaded; // likewise

  /**
   * A viewer.
   *
   * @param backends gives the backend for a config's network; it outlives the viewer
   */
  public Viewer(Function<RunConfig, Backend> backends) {
    this.backends = backends;
  }

  /** What is to be done with a network. */
  @FunctionalInterface
  private interface Question {
    void ask() throws InvalidConfig;
  }

  /** Answers a question. */
  void show(Command.ShowStilled show) {
    answer(() -> show.reply().accept(snapshot(show.network(), show.look())), show.refusal());
  }

  /** Reads a circuit. */
  void read(Command.ReadCircuit read) {
    answer(() -> read.reply().accept(circuit(read.network(), read.keys())), read.refusal());
  }

  /** Says what a network does. */
  void report(Command.Report report) {
    answer(() -> report.reply().accept(report(report.network())), report.refusal());
  }

  /** An error ends the question, not the run that goes on beside it. */
  private void answer(Question question, Consumer<String> refusal) {
    try {
      question.ask();
    } catch (InvalidConfig refused) {
      refusal.accept(refused.getMessage());
    } catch (RuntimeException | OutOfMemoryError | LinkageError error) {
      LOG.error("a network could not be looked at", error);
      close();
      refusal.accept(TrainingSession.inWords(error) + ".");
    }
  }

  private Snapshot snapshot(Stilled network, Look look) throws InvalidConfig {
    open(network);
    return experiment.look().snapshot(network.run(), network.step(), look);
  }

  /**
   * Reads the circuit that a network has for a table of sums.
   *
   * @param keys the key frequencies; empty for the network's own
   * @throws InvalidConfig with one sentence when the weights are not of that network, or its task
   *     is no table of sums
   */
  public CircuitAt circuit(Stilled network, List<Integer> keys) throws InvalidConfig {
    open(network);
    return experiment
        .look()
        .circuit(network.step(), keys)
        .orElseThrow(
            () -> new InvalidConfig("", "This task is no table of sums modulo an odd number."));
  }

  /**
   * Says what a network does.
   *
   * @throws InvalidConfig with one sentence when the weights are not of that network
   */
  public NetworkReport report(Stilled network) throws InvalidConfig {
    open(network);
    return experiment.look().report();
  }

  private void open(Stilled network) throws InvalidConfig {
    if (!network.config().equals(config)) {
      close();
      Backend backend = backends.apply(network.config());
      experiment = new ExperimentFactory(backend).make(network.config());
      config = network.config();
    }
    experiment.training().share(network.share());
    if (loaded != network.weights()) { // not equals: they are large
      experiment.training().load(network.weights());
      loaded = network.weights();
    }
  }

  @Override
  public void close() {
    config = null;
    loaded = null;
    if (experiment != null) {
      experiment.close();
      experiment = null;
    }
  }
}
