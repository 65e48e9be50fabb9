package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at networks that are not being trained: those of an earlier step, or from elsewhere. It
 * keeps the last one, for the next look. Trainer thread only.
 */
final class Viewer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

  private final Supplier<Backend> backends;
  private RunConfig config; // null before the first look
  private Experiment experiment; // likewise
  private List<Tensor> loaded; // likewise

  /**
   * A viewer.
   *
   * @param backends gives a backend that outlives the viewer
   */
  Viewer(Supplier<Backend> backends) {
    this.backends = backends;
  }

  /** What is to be done with a network. */
  @FunctionalInterface
  private interface Question {
    void ask() throws InvalidConfig;
  }

  /** Answers a question. */
  void show(Command.ShowStilled show) {
    answer(() -> show.reply().accept(look(show.network(), show.look())), show.refusal());
  }

  /** Reads a circuit. */
  void read(Command.ReadCircuit read) {
    answer(
        () -> {
          open(read.network());
          experiment
              .circuit(read.network().step(), read.keys())
              .ifPresentOrElse(
                  read.reply(),
                  () ->
                      read.refusal().accept("This task is no table of sums modulo an odd number."));
        },
        read.refusal());
  }

  /** Says what a network does. */
  void report(Command.Report report) {
    answer(
        () -> {
          open(report.network());
          report.reply().accept(experiment.report());
        },
        report.refusal());
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
    loaded = null;
    if (experiment != null) {
      experiment.close();
      experiment = null;
    }
  }
}
