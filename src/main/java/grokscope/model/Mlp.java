package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A multi-layer perceptron on token embeddings that are shared by all operands:
 *
 * <pre>
 * h₁ = f(Σₒ E[xₒ]·Wₒ + b₁),  hₗ₊₁ = f(hₗ·Wₗ₊₁ + bₗ₊₁),  logits = h·W_U
 * </pre>
 *
 * Concatenated operands have a matrix Wₒ each (together they are the usual matrix of the
 * concatenation), summed ones share one. Weights are normal with sd 1/√inputs, embeddings with sd
 * 1/√embedding; biases start at zero.
 *
 * <p>There are only as many different E[x]·Wₒ as tokens, so they are computed once a step as a
 * table and looked up for each example: exactly the same sums in fewer products. Trainer thread
 * only.
 */
final class Mlp implements Network {
  private final MlpShape shape;
  private final Backend backend;
  private final Parameters parameters;
  private final Parameters.Weight embed; // [numbers, embedding]
  private final List<Parameters.Weight> input = new ArrayList<>(); // each [embedding, width]
  private final List<Parameters.Weight> hidden = new ArrayList<>(); // from layer 1, [width, width]
  private final List<Parameters.Weight> biases = new ArrayList<>(); // each [1, width]
  private final Parameters.Weight unembed; // [width, numbers]
  private final List<Matrix> tables = new ArrayList<>(); // E·Wₒ, each [numbers, width]
  private final List<MlpWorker> workers = new ArrayList<>();

  Mlp(MlpShape shape, Backend backend, SplittableRandom random) {
    this.shape = shape;
    this.backend = backend;
    this.parameters = new Parameters(backend, backend.lanes(), random);
    int d = shape.embedding();
    int width = shape.width();
    embed = parameters.normal("embed.W_E", shape.numbers(), d, 1 / Math.sqrt(d));
    int inputs = shape.inputTables() * d;
    for (int i = 0; i < shape.inputTables(); i++) {
      String name = shape.summed() ? "hidden.0.W" : "hidden.0.W_" + i;
      input.add(parameters.normal(name, d, width, 1 / Math.sqrt(inputs)));
      tables.add(backend.zeros(shape.numbers(), width));
    }
    for (int layer = 1; layer < shape.layers(); layer++) {
      hidden.add(parameters.normal("hidden." + layer + ".W", width, width, 1 / Math.sqrt(width)));
    }
    for (int layer = 0; layer < shape.layers(); layer++) {
      biases.add(parameters.normal("hidden." + layer + ".b", 1, width, 0));
    }
    unembed = parameters.normal("unembed.W_U", width, shape.numbers(), 1 / Math.sqrt(width));
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public int classes() {
    return shape.numbers();
  }

  @Override
  public Batch batch(int size) {
    return new OperandBatch(shape.operands(), size);
  }

  @Override
  public Worker worker(int lane, int capacity) {
    MlpWorker worker = new MlpWorker(this, backend, lane, capacity);
    workers.add(worker);
    return worker;
  }

  @Override
  public void prepare() {
    Kernels kernels = backend.kernels(0);
    for (int i = 0; i < tables.size(); i++) {
      kernels.multiply(embed.value(), false, input.get(i).value(), false, tables.get(i), false);
    }
  }

  @Override
  public void finish() {
    parameters.sumGradients();
    Kernels kernels = backend.kernels(0);
    for (int i = 0; i < tables.size(); i++) {
      Matrix dTable = workers.get(0).tableGradient(i);
      for (MlpWorker other : workers.subList(1, workers.size())) {
        kernels.add(other.tableGradient(i), dTable);
      }
      kernels.multiply(embed.value(), true, dTable, false, input.get(i).gradient(0), true);
      kernels.multiply(dTable, false, input.get(i).value(), true, embed.gradient(0), true);
    }
  }

  @Override
  public void close() {
    parameters.close();
    tables.forEach(Matrix::close);
    workers.forEach(MlpWorker::close);
  }

  MlpShape shape() {
    return shape;
  }

  Parameters.Weight hidden(int layer) {
    return hidden.get(layer - 1);
  }

  Parameters.Weight bias(int layer) {
    return biases.get(layer);
  }

  Parameters.Weight unembed() {
    return unembed;
  }

  Matrix table(int index) {
    return tables.get(index);
  }
}
