package grokscope.train.step;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import grokscope.kernel.RandomStream;
import grokscope.kernel.StateArchive;
import grokscope.model.Batch;
import grokscope.model.Network;
import grokscope.model.Parameter;
import grokscope.model.Worker;
import grokscope.optim.WeightUpdate;
import grokscope.telemetry.Tensor;
import grokscope.train.look.ExampleReader;
import grokscope.train.look.ForwardPass;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the weights of a network: computes a gradient, and updates by it. Trainer thread only; a
 * lane works on its own share.
 */
public final class TrainingStep implements AutoCloseable {
  private static final ExampleReader NOBODY = forwardPass -> {};

  private final LanePasses passes;
  private final Backend backend;
  private final Network network;
  private final ExperimentData data;
  private final WeightUpdate update;
  private final List<RandomStream> laneRandoms = new ArrayList<>(); // of dropout
  private final List<LossSum> laneSums = new ArrayList<>();
  private final RandomStream changes; // of the training set
  private final LossSum sum = new LossSum();
  private boolean fresh; // whether the gradient is that of the present weights

  TrainingStep(LanePasses passes, WeightUpdate update, Seeds seeds) {
    this.passes = passes;
    this.update = update;
    backend = passes.backend();
    network = passes.network();
    data = passes.data();
    RandomStream dropout = seeds.dropout();
    for (int lane = 0; lane < backend.lanes(); lane++) {
      laneRandoms.add(dropout.split());
      laneSums.add(new LossSum());
    }
    changes = seeds.changes();
  }

  /**
   * Computes the gradient at the present weights, unless that was done already.
   *
   * @return the mean loss of the step's batch, before the update
   */
  public double gradient() {
    return gradient(NOBODY);
  }

  /**
   * The same before a reader's eyes.
   *
   * @param alongside sees the step's examples after their forward pass, if the gradient is computed
   *     now; see {@link #fresh}
   */
  double gradient(ExampleReader alongside) {
    if (!fresh) {
      data.next();
      network.prepare();
      backend.onEveryLane(lane -> laneGradient(lane, alongside));
      network.finish();
      sum.clear();
      for (LossSum lane : laneSums) {
        sum.add(lane);
        lane.clear();
      }
      fresh = true;
    }
    return sum.meanLoss();
  }

  private void laneGradient(int lane, ExampleReader alongside) {
    Worker worker = passes.worker(lane);
    worker.clearGradients();
    LanePlan step = data.step();
    List<Batch> batches = step.batches(lane);
    int from = step.start(lane);
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = batches.get(i);
      Matrix logits = worker.forward(batch, laneRandoms.get(lane));
      // Before the loss overwrites them.
      alongside.read(new ForwardPass(lane, step.ids(), from, batch, worker, logits));
      from += batch.size();
      int[] answers = batch.answers().all();
      double scale = 1.0 / ((double) step.size() * batch.answers().perExample());
      passes.loss().of(backend.kernels(lane), logits, answers, scale, logits, laneSums.get(lane));
      worker.backward(batch, logits);
    }
  }

  /** Whether the gradient of the present weights has been computed. */
  boolean fresh() {
    return fresh;
  }

  /** The loss and the right answers of the step's batch, with the gradient. */
  LossSum sum() {
    return sum;
  }

  /** Makes the network ready for a pass at the present weights, without a gradient. */
  void prepare() {
    if (!fresh) { // the gradient has left it ready
      network.prepare();
    }
  }

  /** Changes the weights by the gradient. */
  public void update() {
    gradient();
    update.run();
    fresh = false;
  }

  /**
   * Takes other weights.
   *
   * @throws InvalidConfig with one sentence when names or shapes are not those of this network
   */
  public void load(List<Tensor> tensors) throws InvalidConfig {
    new WeightsLoader(network).load(tensors);
    fresh = false;
  }

  /** All of its current state, for a checkpoint or out of one; the weights are apart. */
  public void archive(StateArchive state) {
    fresh = state.flag("gradient.isFresh", fresh);
    if (fresh) {
      // It may come of draws that cannot be made again, so it is archived like other state.
      sum.archive("gradient", state);
      for (Parameter parameter : network.parameters().list()) {
        state.matrix("optimizer.gradient." + parameter.name(), parameter.gradient());
      }
      network.prepare();
    }
    update.archive(state);
    data.archive(state);
    state.stream("changes", changes);
    if (network.hasDropout()) {
      int lanes = state.count("dropout.lanes", laneRandoms.size());
      for (int lane = 0; lane < Math.min(lanes, laneRandoms.size()); lane++) {
        state.stream("dropout." + lane, laneRandoms.get(lane));
      }
    }
  }

  /**
   * New settings of what acts live, from the next update on. Where they have another share of
   * training examples, what a step draws from now on does not depend on whether this step's
   * gradient was taken already for a measurement.
   */
  public void retune(RunConfig latest) {
    update.retune(latest);
    if (data.differs(latest.trainFraction())) {
      change(latest.trainFraction());
      if (latest.forgetsMoments()) {
        update.forget();
      }
    }
  }

  /**
   * Has another share of training examples from now on, and is otherwise as it is.
   *
   * @throws InvalidConfig with one sentence when a side would be empty
   */
  public void share(double share) throws InvalidConfig {
    try {
      if (data.differs(share)) {
        change(share);
      }
    } catch (IllegalArgumentException empty) {
      throw new InvalidConfig("", String.valueOf(empty.getMessage()));
    }
  }

  private void change(double share) {
    data.change(share, changes.split());
    laneRandoms.replaceAll(before -> changes.split());
    fresh = false;
  }

  @Override
  public void close() {
    update.close();
  }
}
