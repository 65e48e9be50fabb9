package grokscope.model.transformer;

import grokscope.kernel.ActivationKernels;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Parameters;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One lane's pass through the MLP of a block, added to the residual stream. That lane's thread. */
final class FeedForwardPass implements AutoCloseable {
  private final TransformerShape shape;
  private final FeedForwardWeights weights;
  private final Kernels kernels;
  private final ActivationKernels activations;
  private final int lane;
  private final @Nullable NormPass normBefore; // of what it reads
  private final @Nullable NormPass normAfter; // of the stream after it
  private final Matrix before; // pre-activations, [queries, d_mlp]
  private final Matrix after; // activations; the same matrix where that will do
  private final Matrix output; // stream after the MLP, [queries, d_model]
  private final Matrix dAfter; // [queries, d_mlp]
  private final @Nullable SublayerDropout dropout; // of what is added to the stream

  FeedForwardPass(
      TransformerShape shape, FeedForwardWeights weights, Backend backend, int lane, int queries) {
    this.shape = shape;
    this.weights = weights;
    this.kernels = backend.kernels(lane);
    this.activations = kernels.activations();
    this.lane = lane;
    normBefore = NormPass.of(weights.norm().before(), backend, lane, queries);
    normAfter = NormPass.of(weights.norm().after(), backend, lane, queries);
    before = backend.zeros(queries, shape.mlpWidth());
    boolean inPlace = shape.activation().slopeFromValue();
    after = inPlace ? before : backend.zeros(queries, shape.mlpWidth());
    output = backend.zeros(queries, shape.width());
    dAfter = backend.zeros(queries, shape.mlpWidth());
    dropout = SublayerDropout.of(shape, backend, lane, queries);
  }

  /** Activations, [queries, d_mlp]. */
  Matrix neurons() {
    return after;
  }

  /** Pre-activations, [queries, d_mlp], of an activation that keeps them. */
  Matrix sums() {
    return before;
  }

  /** What {@link #forward} returned for this many rows. */
  Matrix output(int n) {
    return normAfter == null ? output.firstRows(n) : normAfter.output(n);
  }

  /**
   * The stream after the MLP.
   *
   * @param stream the stream before it
   * @param random where dropout draws; without: nothing is left out
   */
  Matrix forward(Matrix stream, @Nullable RandomGenerator random) {
    int n = stream.rows();
    Matrix in = normBefore == null ? stream : normBefore.forward(stream);
    Matrix hidden = before.firstRows(n);
    Matrix active = after.firstRows(n);
    kernels.multiply(in, false, weights.in().value(), false, hidden, false);
    Parameters.Weight inBias = weights.inBias();
    activations.biasActivate(
        hidden, inBias == null ? null : inBias.value(), shape.activation(), active);
    Matrix out = output.firstRows(n);
    kernels.multiply(active, false, weights.out().value(), false, out, false);
    Parameters.Weight outBias = weights.outBias();
    if (outBias != null) {
      activations.addBias(out, outBias.value());
    }
    if (dropout != null) {
      dropout.forward(out, random);
    }
    kernels.elements().add(stream, out);
    return normAfter == null ? out : normAfter.forward(out);
  }

  /**
   * Adds the MLP's gradients and returns that of the stream before it.
   *
   * @param stream what went forward
   * @param dOut gradient of the stream after the MLP; overwritten
   */
  Matrix backward(Matrix stream, Matrix dOut) {
    int n = stream.rows();
    Matrix gradient = normAfter == null ? dOut : normAfter.back(dOut);
    Matrix dHidden = dAfter.firstRows(n);
    Matrix added = dropout == null ? gradient : dropout.back(gradient);
    Parameters.Weight outBias = weights.outBias();
    if (outBias != null) {
      activations.addColumnSums(added, outBias.gradient(lane));
    }
    kernels.multiply(after.firstRows(n), true, added, false, weights.out().gradient(lane), true);
    kernels.multiply(added, false, weights.out().value(), true, dHidden, false);
    Parameters.Weight inBias = weights.inBias();
    activations.biasActivateBackward(
        before.firstRows(n),
        shape.activation(),
        dHidden,
        inBias == null ? null : inBias.gradient(lane));
    Matrix in = normBefore == null ? stream : normBefore.output(n);
    kernels.multiply(in, true, dHidden, false, weights.in().gradient(lane), true);
    if (normBefore == null) {
      kernels.multiply(dHidden, false, weights.in().value(), true, gradient, true);
    } else {
      Matrix dIn = normBefore.outputGradient(n);
      kernels.multiply(dHidden, false, weights.in().value(), true, dIn, false);
      normBefore.addBack(dIn, gradient);
    }
    return gradient;
  }

  @Override
  public void close() {
    if (normBefore != null) {
      normBefore.close();
    }
    if (normAfter != null) {
      normAfter.close();
    }
    if (dropout != null) {
      dropout.close();
    }
    Stream.of(before, after, output, dAfter).distinct().forEach(Matrix::close);
  }
}
