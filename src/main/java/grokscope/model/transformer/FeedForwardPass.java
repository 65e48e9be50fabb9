package grokscope.model.transformer;

import grokscope.kernel.ActivationKernels;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One lane's pass through the MLP of a block, added to the residual stream. That lane's thread. */
final class FeedForwardPass implements AutoCloseable {
  private final TransformerShape shape;
  private final BlockWeights weights;
  private final Kernels kernels;
  private final ActivationKernels activations;
  private final int lane;
  private final NormPass norm; // before or after, null for none
  private final Matrix before; // pre-activations, [queries, d_mlp]
  private final Matrix after; // activations; the same matrix where that will do
  private final Matrix output; // stream after the MLP, [queries, d_model]
  private final Matrix dAfter; // [queries, d_mlp]
  private final DropoutPass dropout; // of what is added to the stream, null for none
  private final Matrix dAdded; // gradient of that, [queries, d_model]; likewise

  FeedForwardPass(
      TransformerShape shape, BlockWeights weights, Backend backend, int lane, int queries) {
    this.shape = shape;
    this.weights = weights;
    this.kernels = backend.kernels(lane);
    this.activations = kernels.activations();
    this.lane = lane;
    norm = weights.norm2 == null ? null : new NormPass(weights.norm2, backend, lane, queries);
    before = backend.zeros(queries, shape.mlpWidth());
    boolean inPlace = shape.activation().slopeFromValue();
    after = inPlace ? before : backend.zeros(queries, shape.mlpWidth());
    output = backend.zeros(queries, shape.width());
    dAfter = backend.zeros(queries, shape.mlpWidth());
    dropout = DropoutPass.of(shape, backend, lane, queries);
    dAdded = dropout == null ? null : backend.zeros(queries, shape.width());
  }

  /** Activations, [queries, d_mlp]. */
  Matrix neurons() {
    return after;
  }

  /**
   * The stream after the MLP.
   *
   * @param stream the stream before it
   * @param random where dropout draws; null for none
   */
  Matrix forward(Matrix stream, RandomGenerator random) {
    int n = stream.rows();
    Matrix in = shape.form().pre() ? norm.forward(stream) : stream;
    Matrix hidden = before.firstRows(n);
    Matrix active = after.firstRows(n);
    kernels.multiply(in, false, weights.mlpIn.value(), false, hidden, false);
    boolean biased = shape.form().biases();
    activations.biasActivate(
        hidden, biased ? weights.mlpInBias.value() : null, shape.activation(), active);
    Matrix out = output.firstRows(n);
    kernels.multiply(active, false, weights.mlpOut.value(), false, out, false);
    if (biased) {
      activations.addBias(out, weights.mlpOutBias.value());
    }
    if (dropout != null) {
      dropout.forward(out, random);
    }
    kernels.elements().add(stream, out);
    return shape.form().post() ? norm.forward(out) : out;
  }

  /**
   * Adds the MLP's gradients and returns that of the stream before it.
   *
   * @param stream what went forward
   * @param dOut gradient of the stream after the MLP; overwritten
   */
  Matrix backward(Matrix stream, Matrix dOut) {
    int n = stream.rows();
    Matrix gradient = shape.form().post() ? norm.back(dOut) : dOut;
    Matrix dHidden = dAfter.firstRows(n);
    Matrix added = dropout == null ? gradient : dropout.back(gradient, dAdded.firstRows(n));
    boolean biased = shape.form().biases();
    if (biased) {
      activations.addColumnSums(added, weights.mlpOutBias.gradient(lane));
    }
    kernels.multiply(after.firstRows(n), true, added, false, weights.mlpOut.gradient(lane), true);
    kernels.multiply(added, false, weights.mlpOut.value(), true, dHidden, false);
    activations.biasActivateBackward(
        before.firstRows(n),
        shape.activation(),
        dHidden,
        biased ? weights.mlpInBias.gradient(lane) : null);
    Matrix in = shape.form().pre() ? norm.output(n) : stream;
    kernels.multiply(in, true, dHidden, false, weights.mlpIn.gradient(lane), true);
    if (shape.form().pre()) {
      Matrix dIn = norm.outputGradient(n);
      kernels.multiply(dHidden, false, weights.mlpIn.value(), true, dIn, false);
      norm.addBack(dIn, gradient);
    } else {
      kernels.multiply(dHidden, false, weights.mlpIn.value(), true, gradient, true);
    }
    return gradient;
  }

  @Override
  public void close() {
    if (norm != null) {
      norm.close();
    }
    if (dropout != null) {
      dropout.close();
      dAdded.close();
    }
    Stream.of(before, after, output, dAfter).distinct().forEach(Matrix::close);
  }
}
