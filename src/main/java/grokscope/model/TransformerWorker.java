package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;

/** One lane's pass through a {@link Transformer}. That lane's thread only. */
final class TransformerWorker implements Worker {
  private final Transformer network;
  private final TransformerShape shape;
  private final Kernels kernels;
  private final int lane;
  private final int capacity;
  private final TransformerWeights weights;
  private final TableRows tableGradient;
  private final List<BlockPass> blocks = new ArrayList<>();
  private final NormPass finalNorm; // null for none
  private final Matrix dOut; // gradient of the last block's output, [capacity, d_model]
  private final Matrix logits; // [capacity, vocabulary]

  TransformerWorker(Transformer network, Backend backend, int lane, int capacity) {
    this.network = network;
    this.shape = network.shape();
    this.weights = network.weights();
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    this.capacity = capacity;
    tableGradient = network.tableSized();
    for (int layer = 0; layer < shape.layers(); layer++) {
      BlockWeights block = weights.blocks.get(layer);
      Attended attended =
          layer == 0
              ? new TableAttended(network.table(), tableGradient, kernels)
              : new StreamAttended(shape, block, layer, backend, lane, capacity);
      blocks.add(new BlockPass(shape, block, layer, attended, backend, lane, capacity));
    }
    finalNorm =
        weights.finalNorm == null ? null : new NormPass(weights.finalNorm, backend, lane, capacity);
    dOut = backend.zeros(capacity, shape.width());
    logits = backend.zeros(capacity, shape.vocabulary());
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public void clearGradients() {
    network.parameters().clearGradients(lane);
    tableGradient.clear(kernels);
  }

  @Override
  public Matrix forward(Batch batch) {
    SequenceBatch rows = (SequenceBatch) batch;
    Matrix stream = null; // the first block reads the table
    for (BlockPass block : blocks) {
      stream = block.forward(rows, stream);
    }
    Matrix read = finalNorm == null ? stream : finalNorm.forward(stream);
    Matrix out = logits.firstRows(batch.size());
    kernels.multiply(read, false, unembed().value(), shape.form().tied(), out, false);
    return out;
  }

  /** W_U, or when tied W_E, its transpose. */
  private Parameters.Weight unembed() {
    return shape.form().tied() ? weights.embed : weights.unembed;
  }

  @Override
  public void backward(Batch batch, Matrix dLogits) {
    SequenceBatch rows = (SequenceBatch) batch;
    int n = batch.size();
    Matrix read = finalNorm == null ? lastOutput() : finalNorm.output(n);
    Matrix dUnembed = unembed().gradient(lane);
    boolean tied = shape.form().tied();
    kernels.multiply(tied ? dLogits : read, true, tied ? read : dLogits, false, dUnembed, true);
    Matrix gradient = dOut.firstRows(n);
    kernels.multiply(dLogits, false, unembed().value(), !tied, gradient, false);
    if (finalNorm != null) {
      gradient = finalNorm.back(gradient);
    }
    for (int layer = blocks.size() - 1; layer >= 0; layer--) {
      gradient = blocks.get(layer).backward(rows, gradient);
    }
  }

  private Matrix lastOutput() {
    return blocks.get(blocks.size() - 1).output();
  }

  /** The gradient with respect to the first block's table, for {@link Transformer#finish}. */
  TableRows tableGradient() {
    return tableGradient;
  }

  @Override
  public void close() {
    blocks.forEach(BlockPass::close);
    tableGradient.close();
    if (finalNorm != null) {
      finalNorm.close();
    }
    dOut.close();
    logits.close();
  }
}
