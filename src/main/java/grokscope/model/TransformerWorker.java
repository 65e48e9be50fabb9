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
  private final Projections tableGradient;
  private final List<BlockPass> blocks = new ArrayList<>();
  private final Matrix dOut; // gradient of the last block's output, [capacity, d_model]
  private final Matrix logits; // [capacity, vocabulary]

  TransformerWorker(Transformer network, Backend backend, int lane, int capacity) {
    this.network = network;
    this.shape = network.shape();
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    this.capacity = capacity;
    tableGradient = network.tableSized();
    for (int layer = 0; layer < shape.layers(); layer++) {
      Attended attended =
          layer == 0
              ? new TableAttended(network.table(), tableGradient, kernels)
              : new StreamAttended(shape, network.block(layer), layer, backend, lane, capacity);
      blocks.add(
          new BlockPass(shape, network.block(layer), layer, attended, backend, lane, capacity));
    }
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
    Matrix out = logits.firstRows(batch.size());
    kernels.multiply(stream, false, network.unembed().value(), false, out, false);
    return out;
  }

  @Override
  public void backward(Batch batch, Matrix dLogits) {
    SequenceBatch rows = (SequenceBatch) batch;
    Matrix last = blocks.get(blocks.size() - 1).output(rows);
    kernels.multiply(last, true, dLogits, false, network.unembed().gradient(lane), true);
    Matrix gradient = dOut.firstRows(batch.size());
    kernels.multiply(dLogits, false, network.unembed().value(), true, gradient, false);
    for (int layer = blocks.size() - 1; layer >= 0; layer--) {
      gradient = blocks.get(layer).backward(rows, gradient);
    }
  }

  /** The gradient with respect to the first block's table, for {@link Transformer#finish}. */
  Projections tableGradient() {
    return tableGradient;
  }

  @Override
  public void close() {
    blocks.forEach(BlockPass::close);
    tableGradient.close();
    dOut.close();
    logits.close();
  }
}
