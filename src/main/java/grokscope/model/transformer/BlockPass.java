package grokscope.model.transformer;

import grokscope.kernel.AttentionKernels;
import grokscope.kernel.AttentionShape;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One lane's pass through one block: attention, then the MLP if there is one, each added to the
 * residual stream. That lane's thread only.
 */
final class BlockPass implements ResidualSource {
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
  private final @Nullable SublayerDropout dropout; // of the attention
  private final @Nullable NormPass norm; // of that sum
  private final @Nullable FeedForwardPass mlp;

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
    dropout = SublayerDropout.of(shape, backend, lane, queries);
    norm = NormPass.of(weights.norm.after(), backend, lane, queries);
    mlp =
        weights.mlp == null
            ? null
            : new FeedForwardPass(shape, weights.mlp, backend, lane, queries);
  }

  /** Where the heads look, [queries, heads·context]. */
  Matrix pattern() {
    return pattern;
  }

  /** Activations of the MLP's neurons, [queries, d_mlp]; only where there is one. */
  Matrix neurons() {
    return Objects.requireNonNull(mlp, "no MLP").neurons();
  }

  /** What these sum up before they square it, likewise; only where they do. */
  Matrix sums() {
    return Objects.requireNonNull(mlp, "no MLP").sums();
  }

  /** Sets to zero what gradients there are beside those of the parameters. */
  void clearGradients() {
    blockInput.clearGradients();
  }

  /** The stream after attention of the batch that went forward last, at its n queries. */
  private Matrix middle(int n) {
    return norm == null ? sum.firstRows(n) : norm.output(n);
  }

  /** The same after this block. */
  Matrix output(int n) {
    return mlp == null ? middle(n) : mlp.output(n);
  }

  /** The stream after this block where the next one reads it. */
  @Override
  public Matrix forward(SequenceBatch batch, @Nullable RandomGenerator random) {
    int n = batch.asking(layer).size();
    blockInput.read(batch, random);
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
    Matrix middle = norm == null ? mid : norm.forward(mid);
    return mlp == null ? middle : mlp.forward(middle, random);
  }

  private void addAttention(Matrix heads, Matrix mid, @Nullable RandomGenerator random) {
    if (dropout == null) {
      kernels.multiply(heads, false, weights.output.value(), false, mid, true);
      return;
    }
    Matrix apart = dropout.room().firstRows(heads.rows());
    kernels.multiply(heads, false, weights.output.value(), false, apart, false);
    dropout.forward(apart, random);
    kernels.elements().add(apart, mid);
  }

  @Override
  public void backward(SequenceBatch batch, Matrix dOut) {
    int n = dOut.rows();
    Matrix dMiddle = mlp == null ? dOut : mlp.backward(middle(n), dOut);
    Matrix gradient = norm == null ? dMiddle : norm.back(dMiddle);
    Matrix dHeads = dMixed.firstRows(n);
    Matrix added = dropout == null ? gradient : dropout.back(gradient);
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
    blockInput.back(batch, gradient);
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
    }
    Stream.of(pattern, mixed, dMixed, sum).forEach(Matrix::close);
  }
}
