package grokscope.train.step;

import grokscope.kernel.Backend;
import grokscope.kernel.LossSum;
import grokscope.measure.Applicability;
import grokscope.measure.Probe;
import grokscope.measure.fourier.Score;
import grokscope.task.Examples;
import grokscope.task.TaskShape;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.look.AnswerSheet;
import grokscope.train.look.CircuitMoment;
import grokscope.train.look.CircuitProbe;
import grokscope.train.look.Guessing;
import grokscope.train.look.Lazy;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.SnapshotReader;
import grokscope.train.look.ThoroughNetworkProbe;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the current state of a network: evaluates it, shows it, and reports what it does.
 * Training goes on as if this had not happened. Trainer thread only.
 */
public final class NetworkProbe {
  private final LanePasses passes;
  private final TrainingStep training;
  private final Optional<CircuitProbe> circuit;
  private final ReportReader reportReader;
  private final SnapshotReader snapshotReader;
  private final ThoroughNetworkProbe.Subject inspected;
  private final Evaluation evaluation;
  private final LossSum trainSum = new LossSum();
  private final LossSum testSum = new LossSum();
  private final LossSum watchedSum = new LossSum();

  /**
   * A probe.
   *
   * @param training makes the network ready for a pass
   * @param circuit that of a table of sums
   * @param visible what there is to be read, and why the rest is not
   * @param guessing what knowing nothing comes to
   */
  NetworkProbe(
      LanePasses passes,
      TrainingStep training,
      Optional<CircuitProbe> circuit,
      Applicability visible,
      Guessing guessing,
      SnapshotReader snapshotReader,
      ThoroughNetworkProbe.Subject inspected) {
    this.passes = passes;
    this.training = training;
    this.circuit = circuit;
    this.snapshotReader = snapshotReader;
    this.inspected = inspected;
    evaluation = new Evaluation(passes, circuit);
    reportReader =
        new ReportReader(
            passes.network(),
            visible,
            guessing,
            passes.data()::split,
            asked -> snapshot(0, 0, asked));
  }

  /** Evaluates the network, and computes its gradient. */
  public Probe probe() {
    if (gradientShowsTraining()) {
      trainSum.clear();
      trainSum.add(training.sum());
    } else {
      evaluation.run(passes.data().shown(), trainSum, watchedSum);
    }
    return tested();
  }

  /**
   * Computes the gradient, and says whether this has already computed all that is to be known of
   * the training examples.
   */
  private boolean gradientShowsTraining() {
    ExperimentData data = passes.data();
    boolean sameExamples = data.shown() == data.step() && !passes.network().hasDropout();
    if (circuit.isEmpty() || !sameExamples || training.fresh()) {
      training.gradient();
      return circuit.isEmpty() && sameExamples;
    }
    training.gradient(circuit.get().logits());
    return true;
  }

  /** Evaluates a network that is not being trained: the gradient of its probe is not usable. */
  public Probe stored() {
    if (passes.data().drawsNew()) {
      return probe(); // only a step draws the examples that it is evaluated on
    }
    training.prepare();
    evaluation.run(passes.data().shown(), trainSum, watchedSum);
    return tested();
  }

  private Probe tested() {
    evaluation.run(passes.data().test(), testSum, watchedSum);
    return new Probe(
        trainSum,
        testSum,
        evaluation.sumsAt(),
        watchedSum,
        new Lazy<>(() -> circuit.orElseThrow().read()),
        inspected.probe(),
        new Lazy<>(this::squares),
        passes.network().parameters());
  }

  private double[] squares() {
    Backend backend = passes.backend();
    return passes.network().parameters().list().stream()
        .mapToDouble(parameter -> backend.kernels(0).elements().sumOfSquares(parameter.value()))
        .toArray();
  }

  /**
   * Shows the network.
   *
   * @param run the id that the snapshot carries
   * @param steps how many updates it had
   */
  public Snapshot snapshot(long run, int steps, SnapshotRequest snapshotRequest) {
    training.prepare();
    return snapshotReader.take(run, steps, snapshotRequest);
  }

  /** What is to be read of a network that is not being trained, thoroughly. */
  public NetworkReport report() {
    return reportReader.read(stored());
  }

  /** How well a network that is not being trained answers all its examples. */
  public Score score() {
    Probe probe = stored();
    LossSum all = new LossSum();
    all.add(probe.train());
    all.add(probe.test());
    return new Score(all.meanLoss(), all.accuracy());
  }

  /**
   * The answers of a network that is not being trained to all pairs of its table.
   *
   * @return nothing where examples are not pairs that are answered with one class
   */
  public Optional<AnswerSheet> answers() {
    Examples table = passes.data().examples();
    TaskShape shape = table.shape();
    boolean pairs = shape.hasTokens() && shape.operands() == 2 && shape.allAnswers() == 1;
    if (!pairs || shape.valued() || shape.fresh()) {
      return Optional.empty();
    }
    training.prepare();
    AnswerSheet sheet = new AnswerSheet(table, passes.network().classes());
    passes.showTable(sheet);
    return Optional.of(sheet);
  }

  /**
   * The circuit of a network that is not being trained, read with given key frequencies by the same
   * evaluation as every sample.
   *
   * @param step how many updates it had
   * @param keys empty for its own
   * @return nothing where the task is no table of sums
   */
  public Optional<CircuitMoment> circuit(int step, List<Integer> keys) {
    if (circuit.isEmpty()) {
      return Optional.empty();
    }
    stored();
    return circuit.map(reader -> reader.read(step, keys));
  }
}
