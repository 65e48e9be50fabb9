package grokscope.model.transformer;

import grokscope.kernel.AttentionKernels;
import grokscope.kernel.AttentionShape;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One lane's pass through one block: attention, then the MLP if there is one, each added to the
 * residual stream. That lane's thread only.
 */
final class BlockPass implements AutoCloseable {
  private final AttentionShape sizes;
  private final BlockWeights weights;
  private final int layer;
  private final BlockInput blockInput;
  private final Kernels kernels;
  private final AttentionKernels attention;
  private final int lane;
  private final Matrix pattern; // [queries, heads·context]
  private final Matrix mixed; // what the heads bring, [queries, d_model]
  private final Matrix dMixed; // [queries, d_model]
  private final Matrix sum; // stream plus attention, [queries, d_model]
  private final DropoutPass dropout; // of the attention, null for none
  private final Matrix brought; // attention before it is added, [queries, d_model]; likewise
  private final NormPass norm; // of that sum, null for none
  private final FeedForwardPass mlp; // null for none
  private Matrix middle; // stream after attention
  private Matrix output; // stream after the block

  BlockPass(
      TransformerShape shape,
      BlockWeights weights,
      int layer,
      BlockInput blockInput,
      Backend backend,
      int lane,
      int capacity) {
    this.sizes = shape.attention();
    this.weights = weights;
    this.layer = layer;
    this.blockInput = blockInput;
    this.kernels = backend.kernels(lane);
    this.attention = kernels.attention();
    this.lane = lane;
    int queries = capacity * shape.queries(layer);
    pattern = backend.zeros(queries, sizes.patternColumns());
    mixed = backend.zeros(queries, shape.width());
    dMixed = backend.zeros(queries, shape.width());
    sum = backend.zeros(queries, shape.width());
    dropout = DropoutPass.of(shape, backend, lane, queries);
    brought = dropout == null ? null : backend.zeros(queries, shape.width());
    TransformerForm form = shape.form();
    norm = form.post() ? new NormPass(weights.norm1, backend, lane, queries) : null;
    mlp = form.mlp() ? new FeedForwardPass(shape, weights, backend, lane, queries) : null;
  }

  /** Where the heads look, [queries, heads·context]. */
  Matrix pattern() {
    return pattern;
  }

  /** Activations of the MLP's neurons, [queries, d_mlp]; only where there is one. */
  Matrix neurons() {
    return mlp.neurons();
  }

  /** The stream after this block, of the batch that went forward last. */
  Matrix output() {
    return output;
  }

  /**
   * The stream after this block where the next one reads it.
   *
   * @param stream the stream before it; null where the block reads a table
   * @param random where dropout draws; null for none
   */
  Matrix forward(SequenceBatch batch, Matrix stream, RandomGenerator random) {
    int n = batch.asking(layer).size();
    blockInput.read(batch, stream);
    Projections values = blockInput.values();
    Matrix heads = mixed.firstRows(n);
    attention.forward(
        sizes,
        values.q(),
        batch.asking(layer),
        values.k(),
        values.v(),
        batch.keys(layer),
        pattern.firstRows(n),
        heads);
    Matrix mid = sum.firstRows(n);
    blockInput.residual(batch, mid);
    addAttention(heads, mid, random);
    middle = norm == null ? mid : norm.forward(mid);
    output = mlp == null ? middle : mlp.forward(middle, random);
    return output;
  }

  private void addAttention(Matrix heads, Matrix mid, RandomGenerator random) {
    if (dropout == null) {
      kernels.multiply(heads, false, weights.output.value(), false, mid, true);
      return;
    }
    Matrix apart = brought.firstRows(heads.rows());
    kernels.multiply(heads, false, weights.output.value(), false, apart, false);
    dropout.forward(apart, random);
    kernels.elements().add(apart, mid);
  }

  /**
   * Adds this block's gradients and returns that of the stream before it (null where that is a
   * table).
   *
   * @param dOut gradient of the stream after this block; overwritten
   */
  Matrix backward(SequenceBatch batch, Matrix dOut) {
    int n = middle.rows();
    Matrix dMiddle = mlp == null ? dOut : mlp.backward(middle, dOut);
    Matrix gradient = norm == null ? dMiddle : norm.back(dMiddle);
    Matrix dHeads = dMixed.firstRows(n);
    Matrix added = dropout == null ? gradient : dropout.back(gradient, brought.firstRows(n));
    kernels.multiply(mixed.firstRows(n), true, added, false, weights.output.gradient(lane), true);
    kernels.multiply(added, false, weights.output.value(), true, dHeads, false);
    Projections values = blockInput.values();
    Projections gradients = blockInput.gradients();
    attention.backward(
        sizes,
        values.q(),
        batch.asking(layer),
        values.k(),
        values.v(),
        batch.keys(layer),
        pattern.firstRows(n),
        dHeads,
        gradients.q(),
        gradients.k(),
        gradients.v());
    return blockInput.back(batch, gradient);
  }

  @Override
  public void close() {
    blockInput.close();
    if (norm != null) {
      norm.close();
    }
    if (mlp != null) {
      mlp.close();
    }
    if (dropout != null) {
      dropout.close();
      brought.close();
    }
    Stream.of(pattern, mixed, dMixed, sum).forEach(Matrix::close);
  }
}
