package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One lane's pass through a {@link Transformer}. That lane's thread only. */
final class TransformerWorker implements Worker {
  private final Transformer network;
  private final TransformerShape shape;
  private final Kernels kernels;
  private final int lane;
  private final int capacity;
  private final Matrix unembed; // W_U [d_model, outputs]; when tied its transpose
  private final Matrix dUnembed; // this lane's gradient of it
  private final List<BlockPass> blocks = new ArrayList<>(); // each closed by the next
  private final BlockPass top; // the last of them
  private final @Nullable NormPass finalNorm;
  private final Matrix dOut; // gradient of the last block's output, [capacity·answers, d_model]
  private final Matrix logits; // [capacity·answers, outputs]

  /**
   * A worker.
   *
   * @param first what the first block reads
   */
  TransformerWorker(
      Transformer network, BlockInput first, Backend backend, int lane, int capacity) {
    this.network = network;
    this.shape = network.shape();
    TransformerWeights weights = network.weights();
    boolean tied = shape.form().tied();
    int unembedRows = tied ? shape.outputs() : shape.width();
    unembed = weights.unembed.value().firstRows(unembedRows);
    dUnembed = weights.unembed.gradient(lane).firstRows(unembedRows);
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    this.capacity = capacity;
    BlockPass below =
        new BlockPass(shape, weights.blocks.get(0), 0, first, backend, lane, capacity);
    blocks.add(below);
    for (int layer = 1; layer < shape.layers(); layer++) {
      BlockWeights block = weights.blocks.get(layer);
      BlockInput input = new StreamInput(below, shape, block, layer, backend, lane, capacity);
      below = new BlockPass(shape, block, layer, input, backend, lane, capacity);
      blocks.add(below);
    }
    top = below;
    int answers = capacity * shape.answers();
    finalNorm = NormPass.of(weights.finalNorm, backend, lane, answers);
    dOut = backend.zeros(answers, shape.width());
    logits = backend.zeros(answers, shape.outputs());
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public void clearGradients() {
    network.parameters().clearGradients(lane);
    blocks.forEach(BlockPass::clearGradients);
  }

  @Override
  public Matrix forward(Batch batch) {
    return pass(batch, null);
  }

  @Override
  public Matrix forward(Batch batch, RandomGenerator random) {
    return pass(batch, random);
  }

  private Matrix pass(Batch batch, @Nullable RandomGenerator random) {
    Matrix stream = top.forward((SequenceBatch) batch, random);
    Matrix read = finalNorm == null ? stream : finalNorm.forward(stream);
    Matrix out = logits.firstRows(read.rows());
    kernels.multiply(read, false, unembed, shape.form().tied(), out, false);
    return out;
  }

  @Override
  public Activations inside(Batch batch) {
    return new TransformerActivations(shape, blocks, (SequenceBatch) batch);
  }

  @Override
  public void backward(Batch batch, Matrix dLogits) {
    int n = dLogits.rows();
    Matrix read = finalNorm == null ? top.output(n) : finalNorm.output(n);
    boolean tied = shape.form().tied();
    kernels.multiply(tied ? dLogits : read, true, tied ? read : dLogits, false, dUnembed, true);
    Matrix gradient = dOut.firstRows(n);
    kernels.multiply(dLogits, false, unembed, !tied, gradient, false);
    if (finalNorm != null) {
      gradient = finalNorm.back(gradient);
    }
    top.backward((SequenceBatch) batch, gradient);
  }

  @Override
  public void close() {
    top.close();
    if (finalNorm != null) {
      finalNorm.close();
    }
    dOut.close();
    logits.close();
  }
}
