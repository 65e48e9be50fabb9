package grokscope.model;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.task.TaskShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes linear networks: multinomial logistic regression on the operands. Stateless, any thread.
 */
final class LinearModel implements Model {
  static final Kind<Model> KIND =
      new Kind<>(
          "linear",
          "Linear",
          "No hidden layer: each operand adds a row of its own matrix to the logits.",
          List.of(ModelKnobs.initialization(), ModelKnobs.initialScale()),
          Kind.Check.NONE,
          new LinearModel());

  @Override
  public Optional<String> refusal(TaskShape task) {
    return ModelKnobs.onlyOneAnswer(task);
  }

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    return (task.operands() * (long) task.numbers() + 1) * task.numbers();
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    return task.numbers();
  }

  @Override
  public long sharedNumbers(Settings settings, TaskShape task) {
    return 0;
  }

  @Override
  public Network build(
      Settings settings, TaskShape task, Backend backend, SplittableRandom random) {
    Initialization initial = ModelKnobs.initialization(settings);
    return new Linear(task, new Parameters(backend, backend.lanes(), initial, random), backend);
  }

  /** logits = Σₒ Wₒ[xₒ] + b; Wₒ normal with sd 1/√inputs, b zero. Trainer thread only. */
  private static final class Linear implements Network {
    private final TaskShape task;
    private final Parameters parameters;
    private final Backend backend;
    private final List<Parameters.Weight> weights = new ArrayList<>(); // [numbers, numbers]
    private final Parameters.Weight bias; // [1, numbers]
    private final List<Worker> workers = new ArrayList<>();

    Linear(TaskShape task, Parameters parameters, Backend backend) {
      this.task = task;
      this.parameters = parameters;
      this.backend = backend;
      int numbers = task.numbers();
      double sd = 1 / Math.sqrt(task.operands() * (double) numbers);
      for (int operand = 0; operand < task.operands(); operand++) {
        weights.add(parameters.normal("linear.W_" + operand, numbers, numbers, sd));
      }
      bias = parameters.constant("linear.b", 1, numbers, 0);
    }

    @Override
    public Parameters parameters() {
      return parameters;
    }

    @Override
    public int classes() {
      return task.numbers();
    }

    @Override
    public Batch batch(int size, int answers) {
      return new OperandBatch(task.operands(), size);
    }

    @Override
    public Worker worker(int lane, int capacity) {
      Worker worker = new LinearWorker(this, backend, lane, capacity);
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
      workers.forEach(Worker::close);
    }
  }

  /** One lane's pass. That lane's thread only. */
  private static final class LinearWorker implements Worker {
    private final Linear network;
    private final Kernels kernels;
    private final int lane;
    private final Matrix logits; // [capacity, numbers]

    LinearWorker(Linear network, Backend backend, int lane, int capacity) {
      this.network = network;
      this.kernels = backend.kernels(lane);
      this.lane = lane;
      logits = backend.zeros(capacity, network.classes());
    }

    @Override
    public int capacity() {
      return logits.rows();
    }

    @Override
    public void clearGradients() {
      network.parameters.clearGradients(lane);
    }

    @Override
    public Matrix forward(Batch batch) {
      OperandBatch tokens = (OperandBatch) batch;
      Matrix out = logits.firstRows(batch.size());
      for (int operand = 0; operand < network.weights.size(); operand++) {
        Matrix table = network.weights.get(operand).value();
        kernels.gather(table, tokens.operand(operand), out, operand > 0);
      }
      kernels.addBias(out, network.bias.value());
      return out;
    }

    @Override
    public void backward(Batch batch, Matrix dLogits) {
      OperandBatch tokens = (OperandBatch) batch;
      for (int operand = 0; operand < network.weights.size(); operand++) {
        Matrix gradient = network.weights.get(operand).gradient(lane);
        kernels.scatterAdd(dLogits, tokens.operand(operand), gradient);
      }
      kernels.addColumnSums(dLogits, network.bias.gradient(lane));
    }

    @Override
    public void close() {
      logits.close();
    }
  }
}
