package grokscope.model.mlp;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Batch;
import grokscope.model.FeatureBatch;
import grokscope.model.Initialization;
import grokscope.model.InputSpace;
import grokscope.model.Network;
import grokscope.model.OperandBatch;
import grokscope.model.Parameters;
import grokscope.model.PeriodicWeights;
import grokscope.model.Product;
import grokscope.model.SharedMatrix;
import grokscope.model.TrainedMatrix;
import grokscope.model.Worker;
import grokscope.telemetry.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A multi-layer perceptron on token embeddings:
 *
 * <pre>
 * h₁ = f(Σₒ Eₒ[xₒ]·Wₒ + b₁),  hₗ₊₁ = f(hₗ·Wₗ₊₁ + bₗ₊₁),  logits = c·h·W_U
 * </pre>
 *
 * The operands share one table of embeddings E, or have one each. Concatenated operands have a
 * matrix Wₒ each (together they are the usual matrix of the concatenation), summed ones share one.
 * With one-hot input E is the identity, with binary input it is the numbers' binary digits, and
 * neither is trained. A tied unembedding is W_U = W_out·Eᵀ. The factor c is 1, or 1/(inputs·width)
 * as in Gromov 2023 (arXiv 2301.02679). Usually weights are normal with sd 1/√inputs, embeddings
 * with sd 1/√embedding, and biases start at zero. Of an example of real numbers x, h₁ = f(x·W +
 * b₁).
 *
 * <p>There are only as many different Eₒ[x]·Wₒ as tokens, so they are computed once a step as a
 * table and looked up for each example: exactly the same sums in fewer products; W_out·Eᵀ likewise.
 * Trainer thread only.
 */
final class Mlp implements Network {
  private final MlpShape shape;
  private final Backend backend;
  private final Parameters parameters;
  private final List<Parameters.Weight> embeddings = new ArrayList<>(); // [numbers, embedding]
  private final @Nullable BinaryCode digits; // only of binary input
  private final List<Parameters.Weight> inputs = new ArrayList<>(); // Wₒ
  private final List<TrainedMatrix> tables = new ArrayList<>(); // Eₒ·Wₒ, each [numbers, width]
  private final List<Parameters.Weight> hidden = new ArrayList<>(); // from layer 1, [width, width]
  private final List<Parameters.Weight> biases = new ArrayList<>(); // each [1, width], or none
  private final TrainedMatrix unembed; // W_U [width, outputs]
  private final Parameters.@Nullable Weight outputBias; // [1, outputs]
  private final List<Product> products = new ArrayList<>(); // what of these is computed
  private final List<MlpWorker> workers = new ArrayList<>();
  private final List<FeatureBatch> batches = new ArrayList<>();

  Mlp(MlpShape shape, Initialization initial, Backend backend, RandomGenerator random) {
    this.shape = shape;
    this.backend = backend;
    this.parameters = new Parameters(backend, backend.lanes(), initial, random);
    PeriodicWeights periodic =
        initial.kind() == Initialization.Kind.PERIODIC
            ? new PeriodicWeights(shape.numbers(), shape.width(), initial.scale(), random)
            : null;
    int d = shape.embedding();
    int width = shape.width();
    for (int i = 0; i < shape.embeddings(); i++) {
      embeddings.add(embedding(shape.embeddings() == 1 ? "embed.W_E" : "embed.W_E_" + i, initial));
    }
    digits =
        shape.input() == MlpShape.Input.BINARY && !shape.hasFeatures()
            ? new BinaryCode(shape.numbers(), backend)
            : null;
    for (int i = 0; i < shape.inputMatrices(); i++) {
      String name = shape.inputMatrices() == 1 ? "hidden.0.W" : "hidden.0.W_" + i;
      Parameters.Weight input =
          periodic == null
              ? parameters.normal(
                  Part.INPUT, name, shape.inputRows(), width, 1 / Math.sqrt(shape.inputs()))
              : parameters.add(Part.INPUT, name, shape.inputRows(), width, periodic.input(i));
      inputs.add(input);
    }
    for (int i = 0; i < shape.tables(); i++) {
      Parameters.Weight input = inputs.get(shape.inputMatrixOf(i));
      SharedMatrix code = code(i);
      tables.add(code == null ? input : product(code, input, false));
    }
    for (int layer = 1; layer < shape.layers(); layer++) {
      hidden.add(
          parameters.normal(
              Part.HIDDEN, "hidden." + layer + ".W", width, width, 1 / Math.sqrt(width)));
    }
    for (int layer = 0; shape.hasBiases() && layer < shape.layers(); layer++) {
      int inputs = layer == 0 ? shape.inputs() : width;
      biases.add(parameters.biases("hidden." + layer + ".b", width, inputs));
    }
    double sd = 1 / Math.sqrt(width);
    if (shape.tied()) {
      Parameters.Weight output = parameters.normal(Part.MLP_OUT, "output.W", width, d, sd);
      unembed = product(output, embeddings.get(0), true);
    } else if (periodic == null) {
      unembed = parameters.normal(Part.UNEMBEDDING, "unembed.W_U", width, shape.outputs(), sd);
    } else {
      unembed =
          parameters.add(
              Part.UNEMBEDDING, "unembed.W_U", width, shape.outputs(), periodic.output());
    }
    outputBias =
        shape.hasOutputBias() ? parameters.biases("unembed.b_U", shape.outputs(), width) : null;
  }

  /** What stands for the numbers of an operand; nothing where each has an input of its own. */
  private @Nullable SharedMatrix code(int operand) {
    return embeddings.isEmpty() ? digits : embeddings.get(shape.embeddingOf(operand));
  }

  private Parameters.Weight embedding(String name, Initialization initial) {
    int d = shape.embedding();
    if (initial.kind() != Initialization.Kind.CIRCLE) {
      return parameters.normal(Part.EMBEDDING, name, shape.numbers(), d, 1 / Math.sqrt(d));
    }
    double scale = initial.scale(Part.EMBEDDING);
    double[] circle = new double[shape.numbers() * d];
    for (int i = 0; i < circle.length; i++) {
      int number = i / d;
      double angle = 2 * Math.PI * number / shape.numbers();
      circle[i] = scale * (i % d == 0 ? Math.cos(angle) : Math.sin(angle));
    }
    return parameters.add(Part.EMBEDDING, name, shape.numbers(), d, circle);
  }

  private Product product(SharedMatrix a, Parameters.Weight b, boolean transposeB) {
    Product product = new Product(a, b, transposeB, backend);
    products.add(product);
    return product;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public List<Matrix> numbers() {
    return values(embeddings.isEmpty() ? tables : embeddings);
  }

  @Override
  public Optional<InputSpace> inputSpace() {
    return Optional.of(
        new MlpInputSpace(
            shape,
            digits == null ? values(embeddings) : List.of(digits.value()),
            values(inputs),
            values(hidden),
            values(biases)));
  }

  private static List<Matrix> values(List<? extends SharedMatrix> weights) {
    return weights.stream().map(SharedMatrix::value).toList();
  }

  @Override
  public int classes() {
    return shape.outputs();
  }

  @Override
  public Batch batch(int size, int answers) {
    if (shape.hasFeatures()) {
      FeatureBatch batch = new FeatureBatch(shape.features(), size, backend);
      batches.add(batch);
      return batch;
    }
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
    for (int i = 0; i < products.size(); i++) {
      products.get(i).compute(kernels);
    }
  }

  /** Sets the gradients of a lane to zero; on that lane's thread. */
  void clearGradients(int lane) {
    parameters.clearGradients(lane);
    for (int i = 0; i < products.size(); i++) {
      backend.kernels(lane).elements().zero(products.get(i).gradient(lane));
    }
  }

  @Override
  public void finish() {
    parameters.sumGradients();
    Kernels kernels = backend.kernels(0);
    for (int i = 0; i < products.size(); i++) {
      products.get(i).finish(kernels);
    }
  }

  @Override
  public void close() {
    parameters.close();
    products.forEach(Product::close);
    if (digits != null) {
      digits.close();
    }
    workers.forEach(MlpWorker::close);
    batches.forEach(FeatureBatch::close);
  }

  MlpShape shape() {
    return shape;
  }

  Parameters.Weight hidden(int layer) {
    return hidden.get(layer - 1);
  }

  /** The biases of a layer, if there are some. */
  @Nullable Matrix bias(int layer) {
    return shape.hasBiases() ? biases.get(layer).value() : null;
  }

  /** Where a lane adds to the gradient of a layer's biases, if there are some. */
  @Nullable Matrix biasGradient(int layer, int lane) {
    return shape.hasBiases() ? biases.get(layer).gradient(lane) : null;
  }

  TrainedMatrix unembed() {
    return unembed;
  }

  /** The bias of the output, if there is one. */
  Parameters.@Nullable Weight outputBias() {
    return outputBias;
  }

  TrainedMatrix table(int operand) {
    return tables.get(shape.tableOf(operand));
  }
}
