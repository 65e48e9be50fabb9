package grokscope.model.linear;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Batch;
import grokscope.model.FeatureBatch;
import grokscope.model.Initialization;
import grokscope.model.Network;
import grokscope.model.OperandBatch;
import grokscope.model.Parameters;
import grokscope.model.Worker;
import grokscope.telemetry.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A network without a hidden layer: logits = Σₒ Wₒ[xₒ] + b of tokens, or x·W + b of real numbers.
 * Weights usually have an sd of 1/√inputs, and b starts at zero. Trainer thread only.
 */
final class Linear implements Network {
  private final LinearShape shape;
  private final Parameters parameters;
  private final Backend backend;
  private final List<Parameters.Weight> weights = new ArrayList<>(); // [numbers, outputs] each
  private final Parameters.@Nullable Weight bias; // [1, outputs]
  private final List<FeatureBatch> batches = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();

  Linear(LinearShape shape, Initialization initial, Backend backend, RandomGenerator random) {
    this.shape = shape;
    this.backend = backend;
    parameters = new Parameters(backend, backend.lanes(), initial, random);
    int outputs = shape.outputs();
    int inputs = (int) shape.inputs();
    double sd = 1 / Math.sqrt(inputs);
    if (shape.features() > 0) {
      weights.add(
          initial.kind() == Initialization.Kind.MISLED
              ? parameters.add(
                  Part.INPUT, "linear.W", inputs, outputs, misled(inputs, outputs, initial))
              : parameters.normal(Part.INPUT, "linear.W", inputs, outputs, sd));
    }
    for (int operand = 0; shape.features() == 0 && operand < shape.operands(); operand++) {
      weights.add(
          parameters.normal(Part.INPUT, "linear.W_" + operand, shape.numbers(), outputs, sd));
    }
    bias = shape.biased() ? parameters.biases("linear.b", outputs, inputs) : null;
  }

  private static double[] misled(int inputs, int outputs, Initialization initial) {
    double[] values = new double[inputs * outputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = initial.scale() * (i < outputs ? 5e-4 : 0.9);
    }
    return values;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public List<Matrix> numbers() {
    return weights.stream().map(Parameters.Weight::value).toList();
  }

  @Override
  public int classes() {
    return shape.outputs();
  }

  @Override
  public Batch batch(int size, int answers) {
    if (shape.features() == 0) {
      return new OperandBatch(shape.operands(), size);
    }
    FeatureBatch batch = new FeatureBatch(shape.features(), size, backend);
    batches.add(batch);
    return batch;
  }

  @Override
  public Worker worker(int lane, int capacity) {
    Worker worker = new LinearWorker(backend, lane, capacity);
    workers.add(worker);
    return worker;
  }

  @Override
  public void prepare() {
    // The examples read the parameters themselves.
  }

  @Override
  public void finish() {
    parameters.sumGradients();
  }

  @Override
  public void close() {
    parameters.close();
    batches.forEach(FeatureBatch::close);
    workers.forEach(Worker::close);
  }

  /** One lane's pass. That lane's thread only. */
  private final class LinearWorker implements Worker {
    private final Kernels kernels;
    private final int lane;
    private final Matrix logits; // [capacity, outputs]

    LinearWorker(Backend backend, int lane, int capacity) {
      this.kernels = backend.kernels(lane);
      this.lane = lane;
      logits = backend.zeros(capacity, shape.outputs());
    }

    @Override
    public int capacity() {
      return logits.rows();
    }

    @Override
    public void clearGradients() {
      parameters.clearGradients(lane);
    }

    @Override
    public Matrix forward(Batch batch) {
      Matrix out = logits.firstRows(batch.size());
      if (batch instanceof FeatureBatch features) {
        kernels.multiply(features.rows(), false, weights.get(0).value(), false, out, false);
      } else {
        OperandBatch tokens = (OperandBatch) batch;
        for (int operand = 0; operand < weights.size(); operand++) {
          Matrix table = weights.get(operand).value();
          kernels.gather(table, tokens.operand(operand), out, operand > 0);
        }
      }
      if (bias != null) {
        kernels.activations().addBias(out, bias.value());
      }
      return out;
    }

    @Override
    public void backward(Batch batch, Matrix dLogits) {
      if (batch instanceof FeatureBatch features) {
        kernels.multiply(
            features.rows(), true, dLogits, false, weights.get(0).gradient(lane), true);
      } else {
        OperandBatch tokens = (OperandBatch) batch;
        for (int operand = 0; operand < weights.size(); operand++) {
          kernels.scatterAdd(dLogits, tokens.operand(operand), weights.get(operand).gradient(lane));
        }
      }
      if (bias != null) {
        kernels.activations().addColumnSums(dLogits, bias.gradient(lane));
      }
    }

    @Override
    public void close() {
      logits.close();
    }
  }
}
