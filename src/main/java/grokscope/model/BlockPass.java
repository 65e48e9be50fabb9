package grokscope.model;

import grokscope.kernel.AttentionShape;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.stream.Stream;

/**
 * One lane's pass through one block: attention, then the MLP, each added to the residual stream.
 * That lane's thread only.
 */
final class BlockPass implements AutoCloseable {
  private final TransformerShape shape;
  private final AttentionShape attention;
  private final BlockWeights weights;
  private final int layer;
  private final Attended attended;
  private final Kernels kernels;
  private final int lane;
  private final Matrix pattern; // [queries, heads·context]
  private final Matrix mixed; // what the heads bring, [queries, d_model]
  private final Matrix middle; // stream after attention, [queries, d_model]
  private final Matrix before; // pre-activations, [queries, d_mlp]
  private final Matrix after; // activations; the same matrix where that will do
  private final Matrix output; // stream after the MLP, [queries, d_model]
  private final Matrix dAfter; // [queries, d_mlp]
  private final Matrix dMixed; // [queries, d_model]

  BlockPass(
      TransformerShape shape,
      BlockWeights weights,
      int layer,
      Attended attended,
      Backend backend,
      int lane,
      int capacity) {
    this.shape = shape;
    this.attention = shape.attention(layer);
    this.weights = weights;
    this.layer = layer;
    this.attended = attended;
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    int queries = capacity * shape.queries(layer);
    pattern = backend.zeros(queries, attention.patternColumns());
    mixed = backend.zeros(queries, shape.width());
    middle = backend.zeros(queries, shape.width());
    before = backend.zeros(queries, shape.mlpWidth());
    boolean inPlace = shape.activation().slopeFromValue();
    after = inPlace ? before : backend.zeros(queries, shape.mlpWidth());
    output = backend.zeros(queries, shape.width());
    dAfter = backend.zeros(queries, shape.mlpWidth());
    dMixed = backend.zeros(queries, shape.width());
  }

  private int rows(SequenceBatch batch) {
    return batch.size() * shape.queries(layer);
  }

  Matrix output(SequenceBatch batch) {
    return output.firstRows(rows(batch));
  }

  /** The stream after this block, given the stream before it (null for the first block). */
  Matrix forward(SequenceBatch batch, Matrix stream) {
    int n = rows(batch);
    attended.read(batch, stream);
    Projections values = attended.values();
    Matrix heads = mixed.firstRows(n);
    kernels.attention(
        attention,
        values.q(),
        batch.queries(layer),
        values.k(),
        values.v(),
        batch.keys(layer),
        pattern.firstRows(n),
        heads);
    Matrix mid = middle.firstRows(n);
    attended.residual(batch, mid);
    kernels.multiply(heads, false, weights.output.value(), false, mid, true);
    Matrix hidden = before.firstRows(n);
    Matrix active = after.firstRows(n);
    kernels.multiply(mid, false, weights.mlpIn.value(), false, hidden, false);
    kernels.biasActivate(hidden, weights.mlpInBias.value(), shape.activation(), active);
    Matrix out = output.firstRows(n);
    kernels.multiply(active, false, weights.mlpOut.value(), false, out, false);
    kernels.addBias(out, weights.mlpOutBias.value());
    kernels.add(mid, out);
    return out;
  }

  /**
   * Adds this block's gradients and returns that of the stream before it (null for the first
   * block).
   *
   * @param gradient of the stream after this block; overwritten
   */
  Matrix backward(SequenceBatch batch, Matrix gradient) {
    int n = rows(batch);
    backThroughMlp(n, gradient); // gradient is now that of the stream after attention
    Matrix dHeads = dMixed.firstRows(n);
    kernels.multiply(
        mixed.firstRows(n), true, gradient, false, weights.output.gradient(lane), true);
    kernels.multiply(gradient, false, weights.output.value(), true, dHeads, false);
    Projections values = attended.values();
    Projections gradients = attended.gradients();
    kernels.attentionBackward(
        attention,
        values.q(),
        batch.queries(layer),
        values.k(),
        values.v(),
        batch.keys(layer),
        pattern.firstRows(n),
        dHeads,
        gradients.q(),
        gradients.k(),
        gradients.v());
    return attended.back(batch, gradient);
  }

  private void backThroughMlp(int n, Matrix gradient) {
    Matrix dHidden = dAfter.firstRows(n);
    kernels.addColumnSums(gradient, weights.mlpOutBias.gradient(lane));
    kernels.multiply(
        after.firstRows(n), true, gradient, false, weights.mlpOut.gradient(lane), true);
    kernels.multiply(gradient, false, weights.mlpOut.value(), true, dHidden, false);
    kernels.biasActivateBackward(
        before.firstRows(n), shape.activation(), dHidden, weights.mlpInBias.gradient(lane));
    kernels.multiply(middle.firstRows(n), true, dHidden, false, weights.mlpIn.gradient(lane), true);
    kernels.multiply(dHidden, false, weights.mlpIn.value(), true, gradient, true);
  }

  @Override
  public void close() {
    attended.close();
    Stream.of(pattern, mixed, middle, before, after, output, dAfter, dMixed)
        .distinct()
        .forEach(Matrix::close);
  }
}
