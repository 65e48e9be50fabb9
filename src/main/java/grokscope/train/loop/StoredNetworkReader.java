package grokscope.train.loop;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.measure.Probe;
import grokscope.measure.fourier.Score;
import grokscope.task.PairSplit;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Choices;
import grokscope.train.look.CircuitMoment;
import grokscope.train.look.NetworkReport;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import grokscope.train.step.NetworkProbe;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at networks: at the one that is trained, and at those of an earlier step, or from
 * elsewhere, of which it keeps the last one for the next look; two if they are small, as two runs
 * are compared. Trainer thread only; without a session, the thread that calls it works as the
 * trainer.
 */
public final class StoredNetworkReader implements NetworkAccess, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredNetworkReader.class);
  private static final int MOST = 2;
  private static final long SMALL = 2_000_000; // numbers in weights and table

  private final Function<RunConfig, Backend> backends;
  private Optional<Function<SnapshotRequest, Snapshot>> trained = Optional.empty();
  private final Deque<Opened> opened = new ArrayDeque<>(); // for the latest looks, the last first

  /** An experiment of a config's own, without the config's training. */
  private static final class Opened {
    final RunConfig config;
    final Optional<PairSplit> pairs;
    final Experiment experiment;
    final boolean small;
    @Nullable List<Tensor> loaded; // its weights
    private @Nullable Computation by;

    Opened(StoredNetwork network, Experiment experiment, boolean small) {
      this.config = network.config();
      this.pairs = network.pairs();
      this.experiment = experiment;
      this.small = small;
    }

    Computation by() {
      Computation known = by;
      if (known == null) {
        known = Computation.here(experiment.backend(), experiment.lanes(), experiment.rounding());
        by = known;
      }
      return known;
    }
  }

  /** Whether a network and the table of its task take little room. */
  private static boolean small(StoredNetwork network) {
    RunConfig config = network.config();
    TaskShape table = Tasks.of(config.task()).shape(config.task());
    long numbers = (long) table.examples() * Math.max(table.features(), table.context());
    for (Tensor tensor : network.weights()) {
      numbers += tensor.values().length;
    }
    return numbers <= SMALL;
  }

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

  @Override
  public MeasuredNetwork measures(StoredNetwork network, List<String> ids) throws InvalidConfig {
    Probe probe = open(network).stored();
    double[] values =
        new Choices(network.config())
            .measures(ids).stream().mapToDouble(measure -> measure.of(probe, true)).toArray();
    return new MeasuredNetwork(values, opened.getFirst().by());
  }

  @Override
  public List<Score> scores(List<StoredNetwork> networks) throws InvalidConfig {
    return new Trials(this::open).scores(networks);
  }

  private NetworkProbe open(StoredNetwork network) throws InvalidConfig {
    Opened known = opened(network);
    if (network.pairs().isEmpty()) {
      known.experiment.training().share(network.share());
    }
    if (known.loaded != network.weights()) { // not equals: they are large
      known.experiment.training().load(network.weights());
      known.loaded = network.weights();
    }
    return known.experiment.look();
  }

  private Opened opened(StoredNetwork network) throws InvalidConfig {
    for (Opened known : opened) {
      if (known.config.equals(network.config()) && known.pairs.equals(network.pairs())) {
        opened.remove(known);
        opened.addFirst(known);
        return known;
      }
    }
    boolean small = small(network);
    if (!small || opened.stream().anyMatch(known -> !known.small)) {
      close(); // of two large networks, one may be all that has room
    } else if (opened.size() == MOST) {
      opened.removeLast().experiment.close();
    }
    ExperimentFactory factory = new ExperimentFactory(backends.apply(network.config()));
    Experiment experiment =
        network.pairs().isPresent()
            ? factory.make(network.config(), network.pairs().get())
            : factory.make(network.config());
    Opened made = new Opened(network, experiment, small);
    opened.addFirst(made);
    return made;
  }

  @Override
  public void close() {
    opened.forEach(known -> known.experiment.close());
    opened.clear();
  }
}
