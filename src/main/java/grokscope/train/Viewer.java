package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.telemetry.Look;
import grokscope.telemetry.Snapshot;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at networks: at the one that is trained, and at those of an earlier step, or from
 * elsewhere, of which it keeps the last one for the next look. Trainer thread only; without a
 * session, the thread that calls it works as the trainer.
 */
public final class Viewer implements NetworkDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

  private final Function<RunConfig, Backend> backends;
  private Optional<Function<Look, Snapshot>> trained = Optional.empty();
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

  /** From now on a network is trained, which shows itself in this way. */
  void trains(Function<Look, Snapshot> network) {
    trained = Optional.of(network);
  }

  /** The network that was trained last is there no more, nor what was looked at beside it. */
  void clear() {
    trained = Optional.empty();
    close();
  }

  /** Answers. An error ends the question, not the run that goes on beside it. */
  <A> void answer(Command.Ask<A> asked) {
    asked.reply().accept(answer(asked.question()));
  }

  private <A> Answer<A> answer(Question<A> question) {
    try {
      return Answer.of(question.answer(this));
    } catch (InvalidConfig refused) {
      return Answer.refused(refused.getMessage());
    } catch (RuntimeException | OutOfMemoryError | LinkageError error) {
      LOG.error("a network could not be looked at", error);
      close();
      return Answer.refused(ErrorWords.of(error) + ".");
    }
  }

  @Override
  public Snapshot snapshot(Look look) throws InvalidConfig {
    return trained
        .orElseThrow(() -> new InvalidConfig("", "This run has no network to look at."))
        .apply(look);
  }

  @Override
  public Snapshot snapshot(Stilled network, Look look) throws InvalidConfig {
    open(network);
    return experiment.look().snapshot(network.run(), network.step(), look);
  }

  @Override
  public CircuitAt circuit(Stilled network, List<Integer> keys) throws InvalidConfig {
    open(network);
    return experiment
        .look()
        .circuit(network.step(), keys)
        .orElseThrow(
            () -> new InvalidConfig("", "This task is no table of sums modulo an odd number."));
  }

  @Override
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
