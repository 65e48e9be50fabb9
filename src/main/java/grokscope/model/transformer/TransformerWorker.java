package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.Parameters;
import grokscope.model.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** One lane's pass through a {@link Transformer}. That lane's thread only. */
final class TransformerWorker implements Worker {
  private final Transformer network;
  private final TransformerShape shape;
  private final Kernels kernels;
  private final int lane;
  private final int capacity;
  private final TransformerWeights weights;
  private final TableRows tableGradient; // null without a table
  private final EmbeddingPass embedding; // null with one
  private final List<BlockPass> blocks = new ArrayList<>();
  private final NormPass finalNorm; // null for none
  private final Matrix dOut; // gradient of the last block's output, [capacity·answers, d_model]
  private final Matrix logits; // [capacity·answers, outputs]

  /**
   * A worker.
   *
   * @param tableGradient where it adds the gradient of the network's table; null without one
   */
  TransformerWorker(
      Transformer network, TableRows tableGradient, Backend backend, int lane, int capacity) {
    this.network = network;
    this.shape = network.shape();
    this.weights = network.weights();
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    this.capacity = capacity;
    this.tableGradient = tableGradient;
    embedding =
        tableGradient == null
            ? new EmbeddingPass(shape, network.embeddings(), backend, lane, capacity)
            : null;
    for (int layer = 0; layer < shape.layers(); layer++) {
      BlockWeights block = weights.blocks.get(layer);
      BlockInput blockInput =
          shape.streams(layer)
              ? new StreamInput(shape, block, layer, backend, lane, capacity)
              : new TableInput(network.tableRows(), tableGradient, kernels);
      blocks.add(new BlockPass(shape, block, layer, blockInput, backend, lane, capacity));
    }
    int answers = capacity * shape.answers();
    finalNorm =
        weights.finalNorm == null ? null : new NormPass(weights.finalNorm, backend, lane, answers);
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
    if (tableGradient != null) {
      tableGradient.clear(kernels);
    }
  }

  @Override
  public Matrix forward(Batch batch) {
    return forward(batch, null);
  }

  @Override
  public Matrix forward(Batch batch, RandomGenerator random) {
    SequenceBatch rows = (SequenceBatch) batch;
    Matrix stream = embedding == null ? null : embedding.forward(rows, random);
    for (BlockPass block : blocks) {
      stream = block.forward(rows, stream, random);
    }
    Matrix read = finalNorm == null ? stream : finalNorm.forward(stream);
    Matrix out = logits.firstRows(read.rows());
    kernels.multiply(read, false, unembed().value(), shape.form().tied(), out, false);
    return out;
  }

  /** W_U, or when tied W_E, its transpose. */
  private Parameters.Weight unembed() {
    return shape.form().tied() ? weights.embed : weights.unembed;
  }

  @Override
  public Activations inside(Batch batch) {
    return new TransformerActivations(shape, blocks, (SequenceBatch) batch);
  }

  @Override
  public void backward(Batch batch, Matrix dLogits) {
    SequenceBatch rows = (SequenceBatch) batch;
    int n = dLogits.rows();
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
    if (embedding != null) {
      embedding.back(rows, gradient);
    }
  }

  private Matrix lastOutput() {
    return blocks.get(blocks.size() - 1).output();
  }

  @Override
  public void close() {
    blocks.forEach(BlockPass::close);
    if (embedding != null) {
      embedding.close();
    }
    if (finalNorm != null) {
      finalNorm.close();
    }
    dOut.close();
    logits.close();
  }
}
