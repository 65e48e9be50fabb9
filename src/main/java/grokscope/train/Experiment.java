package grokscope.train;

import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import grokscope.measure.Probe;
import grokscope.model.Batch;
import grokscope.model.Loss;
import grokscope.model.Network;
import grokscope.model.Worker;
import grokscope.optim.WeightUpdate;
import grokscope.task.Examples;
import grokscope.task.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * A network, its data, its loss and how it is updated: it can compute a gradient, update, and be
 * evaluated. It knows nothing of runs, time or listeners. Trainer thread only.
 */
final class Experiment implements AutoCloseable {
  /** Rows that a worker handles at a time: its activations stay in the processor's cache. */
  static final int CAPACITY = 256;

  private final Backend backend;
  private final Network network;
  private final Loss loss;
  private final WeightUpdate update;
  private final List<Worker> workers = new ArrayList<>();
  private final List<LossSum> laneSums = new ArrayList<>();
  private final Examples examples;
  private final BatchOrder order; // null when every step sees all training examples
  private final LanePlan step;
  private final LanePlan train;
  private final LanePlan test;
  private final LossSum stepSum = new LossSum();
  private final LossSum trainSum = new LossSum();
  private final LossSum testSum = new LossSum();
  private boolean gradientIsFresh;

  Experiment(
      RunConfig config,
      Examples examples,
      Split split,
      Network network,
      Loss loss,
      WeightUpdate update,
      Backend backend) {
    this.backend = backend;
    this.network = network;
    this.loss = loss;
    this.update = update;
    this.examples = examples;
    int[] trainIds = split.train();
    int batchSize = config.batchSize(trainIds.length);
    for (int lane = 0; lane < backend.lanes(); lane++) {
      workers.add(network.worker(lane, CAPACITY));
      laneSums.add(new LossSum());
    }
    train = plan(trainIds.length);
    train.fill(examples, trainIds, 0);
    test = plan(split.test().length);
    test.fill(examples, split.test(), 0);
    boolean fullBatch = batchSize == trainIds.length;
    order =
        fullBatch ? null : new BatchOrder(trainIds, batchSize, new Seeds(config.seed()).batches());
    step = fullBatch ? train : plan(batchSize);
  }

  private LanePlan plan(int size) {
    return new LanePlan(network, size, backend.lanes(), CAPACITY);
  }

  /**
   * Computes the gradient at the present weights, unless that was done already.
   *
   * @return the mean loss of the step's batch, before the update
   */
  double gradient() {
    if (!gradientIsFresh) {
      if (order != null) {
        step.fill(examples, order.ids(), order.advance());
      }
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
    List<Batch> batches = step.batches(lane);
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = batches.get(i);
      Matrix logits = worker.forward(batch);
      loss.of(
          backend.kernels(lane),
          logits,
          batch.answers(),
          1.0 / step.size(),
          logits,
          laneSums.get(lane));
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

  /** Evaluates the network as it is now. Training goes on as if this had not happened. */
  Probe probe() {
    gradient();
    if (order == null) {
      trainSum.clear();
      trainSum.add(stepSum); // with a full batch the gradient has computed it already
    } else {
      evaluate(train, trainSum);
    }
    evaluate(test, testSum);
    return new Probe(
        trainSum, testSum, network.parameters(), x -> backend.kernels(0).sumOfSquares(x));
  }

  private void evaluate(LanePlan plan, LossSum into) {
    backend.onEveryLane(
        lane -> {
          for (Batch batch : plan.batches(lane)) {
            Matrix logits = workers.get(lane).forward(batch);
            loss.of(backend.kernels(lane), logits, batch.answers(), 0, null, laneSums.get(lane));
          }
        });
    collect(into);
  }

  /** New settings of what acts live, from the next update on. */
  void retune(RunConfig latest) {
    update.retune(latest);
  }

  @Override
  public void close() {
    update.close();
    network.close();
  }
}
