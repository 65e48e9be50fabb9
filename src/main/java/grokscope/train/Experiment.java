package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.kernel.Backend;
import grokscope.kernel.CarriedState;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import grokscope.kernel.RandomStream;
import grokscope.measure.Probe;
import grokscope.measure.WorkingPrecision;
import grokscope.measure.fourier.Score;
import grokscope.model.Batch;
import grokscope.model.Loss;
import grokscope.model.Losses;
import grokscope.model.Network;
import grokscope.model.Parameter;
import grokscope.model.Worker;
import grokscope.optim.WeightUpdate;
import grokscope.task.CyclicSums;
import grokscope.task.Examples;
import grokscope.task.Source;
import grokscope.task.Split;
import grokscope.task.SymmetricGroup;
import grokscope.task.TaskShape;
import grokscope.task.Values;
import grokscope.telemetry.Look;
import grokscope.telemetry.NeuronMaps;
import grokscope.telemetry.Sight;
import grokscope.telemetry.Snapshot;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A network, its data, its loss and how it is updated: it can compute a gradient, update, and be
 * evaluated. It knows nothing of runs, time or listeners. Trainer thread only.
 */
final class Experiment implements AutoCloseable {
  private final Backend backend;
  private final Network network;
  private final Loss loss;
  private final WeightUpdate update;
  private final TaskShape task;
  private final CircuitProbe circuit; // null when the task is no table of sums
  private final Matrix values; // what answers stand for; null when they are classes
  private final List<Worker> workers = new ArrayList<>();
  private final List<RandomStream> laneRandoms = new ArrayList<>(); // of dropout
  private final List<LossSum> laneSums = new ArrayList<>();
  private final Evaluation evaluation;
  private final ExperimentData data;
  private final RandomStream changes; // of the training set
  private final LossSum stepSum = new LossSum();
  private final LossSum trainSum = new LossSum();
  private final LossSum testSum = new LossSum();
  private final LossSum watchedSum = new LossSum();
  private final Camera camera;
  private final Inspector inspector;
  private boolean gradientIsFresh;
  private boolean logitsWanted; // of the pass that computes the gradient

  /**
   * An experiment.
   *
   * @param source draws the examples of every step; null to train on those of the split
   * @param loss made of the values that answers stand for, on the backend
   * @param sums that the examples are a table of sums; null if they are not
   * @param products the group if they are a table of its products
   */
  Experiment(
      RunConfig config,
      AnsweredExamples examples,
      Split split,
      Source source,
      Network network,
      Function<Matrix, Loss> loss,
      WeightUpdate update,
      CyclicSums sums,
      Optional<SymmetricGroup> products,
      Backend backend) {
    this.backend = backend;
    this.network = network;
    this.update = update;
    this.task = examples.truth().shape();
    values = values(examples.truth(), backend);
    this.loss = loss.apply(values);
    circuit = sums == null ? null : new CircuitProbe(sums, split, network);
    int capacity = Laboratory.model(config).capacity(config.model(), task);
    RandomStream dropout = new Seeds(config.seed()).dropout();
    for (int lane = 0; lane < backend.lanes(); lane++) {
      workers.add(network.worker(lane, capacity));
      laneRandoms.add(dropout.split());
      laneSums.add(new LossSum());
    }
    evaluation = new Evaluation(backend, workers, this.loss, task, circuit);
    data = new ExperimentData(config, examples, split, source, network, capacity, backend);
    changes = new Seeds(config.seed()).changes();
    camera =
        new Camera(
            examples.trained(),
            split,
            Optional.ofNullable(sums),
            network,
            workers.get(0),
            this::showAll);
    inspector = inspector(config, examples.trained(), split, products);
  }

  private Inspector inspector(
      RunConfig config, Examples examples, Split split, Optional<SymmetricGroup> products) {
    return new Inspector(
        examples,
        split,
        network,
        circuit,
        products,
        Losses.inFloat(config.section(SettingPaths.LOSS))
            ? WorkingPrecision.SINGLE
            : WorkingPrecision.DOUBLE,
        new Seeds(config.seed())::measures,
        new Inspector.Passes(
            this::showAll,
            reader -> evaluation.show(data.shown(), reader),
            () -> workers.get(0).inside(data.test().batches(0).get(0)),
            backend.lanes()));
  }

  private static Matrix values(Examples examples, Backend backend) {
    Values values = examples.values();
    if (values == null) {
      return null;
    }
    Matrix rows = backend.zeros(values.count(), values.columns());
    rows.set(values.rows());
    return rows;
  }

  /**
   * Computes the gradient at the present weights, unless that was done already.
   *
   * @return the mean loss of the step's batch, before the update
   */
  double gradient() {
    if (!gradientIsFresh) {
      data.next();
      network.prepare();
      backend.onEveryLane(this::laneGradient);
      network.finish();
      collect(stepSum);
      gradientIsFresh = true;
    }
    return stepSum.meanLoss();
  }

  private void laneGradient(int lane) {
    Worker worker = workers.get(lane);
    worker.clearGradients();
    double scale = 1.0 / ((double) data.step().size() * task.answers()); // of one answer's gradient
    List<Batch> batches = data.step().batches(lane);
    int from = data.step().start(lane);
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = batches.get(i);
      Matrix logits = worker.forward(batch, laneRandoms.get(lane));
      if (logitsWanted) { // before the loss overwrites them
        int[] ids = data.step().ids();
        circuit.logits().read(new Shown(lane, ids, from, batch, worker, logits));
      }
      from += batch.size();
      loss.of(
          backend.kernels(lane), logits, batch.answers().all(), scale, logits, laneSums.get(lane));
      worker.backward(batch, logits);
    }
  }

  private void collect(LossSum into) {
    into.clear();
    for (LossSum sum : laneSums) {
      into.add(sum);
      sum.clear();
    }
  }

  /** Changes the weights by the gradient. */
  void update() {
    gradient();
    update.run();
    gradientIsFresh = false;
  }

  /** The names of the trainable matrices, in their order. */
  List<String> parameterNames() {
    return network.parameters().list().stream().map(Parameter::name).toList();
  }

  /** Shows the network as it is now. Training goes on as if this had not happened. */
  Snapshot snapshot(long run, int steps, Look look) {
    gradient(); // what all examples share is made of the present weights
    return camera.take(run, steps, look);
  }

  private void showAll(ExampleReader reader) {
    data.table().forEach(plan -> evaluation.show(plan, reader));
  }

  /** Evaluates the network as it is now. Training goes on as if this had not happened. */
  Probe probe() {
    if (gradientShowsTraining()) {
      trainSum.clear();
      trainSum.add(stepSum);
    } else {
      evaluation.run(data.shown(), trainSum, watchedSum);
    }
    evaluation.run(data.test(), testSum, watchedSum);
    return new Probe(
        trainSum,
        testSum,
        evaluation.sumsAt(),
        watchedSum,
        new Remembered<>(() -> circuit.read()),
        inspector.look(),
        new Remembered<>(this::squares),
        network.parameters());
  }

  /**
   * Computes the gradient, and says whether this has already computed all that is to be known of
   * the training examples.
   */
  private boolean gradientShowsTraining() {
    boolean sameExamples = data.shown() == data.step() && !network.dropsOut();
    logitsWanted = circuit != null && sameExamples && !gradientIsFresh;
    boolean complete = sameExamples && (circuit == null || logitsWanted);
    gradient();
    logitsWanted = false;
    return complete;
  }

  private double[] squares() {
    return network.parameters().list().stream()
        .mapToDouble(parameter -> backend.kernels(0).elements().sumOfSquares(parameter.value()))
        .toArray();
  }

  /**
   * Takes other weights.
   *
   * @throws InvalidConfig with one sentence when names or shapes are not those of this network
   */
  void load(List<Tensor> tensors) throws InvalidConfig {
    new WeightsLoader(network).load(tensors);
    gradientIsFresh = false;
  }

  /** What is to be read of the network as it is now, thoroughly. */
  NetworkReport report() {
    Probe probe = probe();
    LossSum all = new LossSum();
    all.add(probe.train());
    all.add(probe.test());
    Map<String, Double> squares = new LinkedHashMap<>();
    double[] values = probe.squares().get();
    for (int i = 0; i < values.length; i++) {
      squares.put(parameterNames().get(i), values[i]);
    }
    return new NetworkReport(
        score(all),
        score(probe.train()),
        score(probe.test()),
        squares,
        Optional.ofNullable(circuit).map(CircuitProbe::report),
        circuit == null ? List.of() : neuronCounts());
  }

  private static Score score(LossSum sum) {
    return new Score(sum.meanLoss(), sum.accuracy());
  }

  /**
   * Its circuit read with given key frequencies, by the same evaluation as every sample.
   *
   * @param step how many updates it had
   * @param keys empty for its own
   * @return nothing where the task is no table of sums
   */
  Optional<CircuitAt> circuit(int step, List<Integer> keys) {
    if (circuit == null) {
      return Optional.empty();
    }
    probe();
    return Optional.of(circuit.read(step, keys));
  }

  private List<NeuronCounts> neuronCounts() {
    List<NeuronCounts> counts = new ArrayList<>();
    int layers = 1;
    for (int layer = 0; layer < layers; layer++) {
      Look look = new Look(Set.of(Sight.NEURONS), layer, 0, 0);
      Optional<NeuronMaps> maps = snapshot(0, 0, look).neurons();
      layers = maps.map(NeuronMaps::layers).orElse(0);
      maps.map(NeuronCounts::of).ifPresent(counts::add);
    }
    return counts;
  }

  /** Copies of the weights as they are now. */
  List<Tensor> weights() {
    return network.tensorForm().copy(network.parameters());
  }

  /** All of it as it is now, for a checkpoint or out of one; the weights are apart. */
  void carry(CarriedState state) {
    gradientIsFresh = state.flag("gradient.isFresh", gradientIsFresh);
    if (gradientIsFresh) {
      // It may come of draws that cannot be made again, so it is carried over like a memory.
      stepSum.carry("gradient", state);
      for (Parameter parameter : network.parameters().list()) {
        state.matrix("optimizer.gradient." + parameter.name(), parameter.gradient());
      }
      network.prepare();
    }
    update.carry(state);
    data.carry(state);
    state.stream("changes", changes);
    if (network.dropsOut()) {
      int lanes = state.count("dropout.lanes", laneRandoms.size());
      for (int lane = 0; lane < Math.min(lanes, laneRandoms.size()); lane++) {
        state.stream("dropout." + lane, laneRandoms.get(lane));
      }
    }
  }

  /** The word for what computes it. */
  String backend() {
    return backend.id();
  }

  /** On how many lanes. */
  int lanes() {
    return backend.lanes();
  }

  /**
   * New settings of what acts live, from the next update on. Where they have another share of
   * training examples, what a step draws from now on does not depend on whether this step's
   * gradient was taken already for a measurement.
   */
  void retune(RunConfig latest) {
    update.retune(latest);
    if (data.differs(latest.trainFraction())) {
      change(latest.trainFraction());
      if (latest.data().choice(DataKnobs.MOMENTS).equals(DataKnobs.FORGET)) {
        update.forget();
      }
    }
  }

  /**
   * Has another share of training examples from now on, and is otherwise as it is.
   *
   * @throws InvalidConfig with one sentence when a side would be empty
   */
  void share(double share) throws InvalidConfig {
    try {
      if (data.differs(share)) {
        change(share);
      }
    } catch (IllegalArgumentException empty) {
      throw new InvalidConfig("", empty.getMessage());
    }
  }

  private void change(double share) {
    data.change(share, changes.split());
    laneRandoms.replaceAll(before -> changes.split());
    camera.split(data.split());
    inspector.split(data.split());
    if (circuit != null) {
      circuit.split(data.split());
    }
    gradientIsFresh = false;
  }

  @Override
  public void close() {
    data.close();
    update.close();
    network.close();
    if (values != null) {
      values.close();
    }
  }
}
