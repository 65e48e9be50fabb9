package grokscope.train.loop;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.look.CircuitMoment;
import grokscope.train.look.NetworkReport;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import grokscope.train.step.NetworkProbe;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at networks: at the one that is trained, and at those of an earlier step, or from
 * elsewhere, of which it keeps the last one for the next look. Trainer thread only; without a
 * session, the thread that calls it works as the trainer.
 */
public final class StoredNetworkReader implements NetworkAccess, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredNetworkReader.class);

  private final Function<RunConfig, Backend> backends;
  private Optional<Function<SnapshotRequest, Snapshot>> trained = Optional.empty();
  private @Nullable Opened opened; // for the latest look
  private @Nullable List<Tensor> loaded; // its weights

  /** An experiment of a config's own, without the config's training. */
  private record Opened(RunConfig config, Experiment experiment) {}

  /**
   * A viewer.
   *
   * @param backends gives the backend for a config's network; it outlives the viewer
   */
  public StoredNetworkReader(Function<RunConfig, Backend> backends) {
    this.backends = backends;
  }

  /** From now on a network is trained, which shows itself in this way. */
  void trains(Function<SnapshotRequest, Snapshot> network) {
    trained = Optional.of(network);
  }

  /** The network that was trained last is there no more, nor what was looked at beside it. */
  void clear() {
    trained = Optional.empty();
    close();
  }

  /** Answers. An error ends the question, not the run in progress. */
  <A> void answer(Command.Ask<A> asked) {
    asked.reply().accept(answer(asked.question()));
  }

  private <A> Answer<A> answer(Question<A> question) {
    try {
      return Answer.of(question.answer(this));
    } catch (InvalidConfig refused) {
      return Answer.refused(refused.getMessage());
    } catch (RuntimeException | OutOfMemoryError | LinkageError error) {
      LOG.error("a network could not be read", error);
      close();
      return Answer.refused(ErrorWords.of(error) + ".");
    }
  }

  @Override
  public Snapshot snapshot(SnapshotRequest snapshotRequest) throws InvalidConfig {
    return trained
        .orElseThrow(() -> new InvalidConfig("", "This run has no network to show."))
        .apply(snapshotRequest);
  }

  @Override
  public Snapshot snapshot(StoredNetwork network, SnapshotRequest snapshotRequest)
      throws InvalidConfig {
    return open(network).snapshot(network.run(), network.step(), snapshotRequest);
  }

  @Override
  public CircuitMoment circuit(StoredNetwork network, List<Integer> keys) throws InvalidConfig {
    return open(network)
        .circuit(network.step(), keys)
        .orElseThrow(
            () -> new InvalidConfig("", "This task is not a table of sums modulo an odd number."));
  }

  @Override
  public NetworkReport report(StoredNetwork network) throws InvalidConfig {
    return open(network).report();
  }

  private NetworkProbe open(StoredNetwork network) throws InvalidConfig {
    Opened known = opened;
    if (known == null || !network.config().equals(known.config())) {
      close();
      Backend backend = backends.apply(network.config());
      known = new Opened(network.config(), new ExperimentFactory(backend).make(network.config()));
      opened = known;
    }
    Experiment experiment = known.experiment();
    experiment.training().share(network.share());
    if (loaded != network.weights()) { // not equals: they are large
      experiment.training().load(network.weights());
      loaded = network.weights();
    }
    return experiment.look();
  }

  @Override
  public void close() {
    loaded = null;
    if (opened != null) {
      opened.experiment().close();
      opened = null;
    }
  }
}
