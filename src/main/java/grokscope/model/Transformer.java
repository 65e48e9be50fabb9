package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Indices;
import grokscope.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A decoder-only transformer without LayerNorm, read at the last position: the network of Nanda et
 * al. 2023 (arXiv 2301.05217). Learned positions, causal attention without biases, an MLP with
 * biases, separate unembedding.
 *
 * <p>Only what the loss reads is computed, which gives exactly the same sums in several times fewer
 * operations: the last block asks, and runs its MLP, at the last position only; and in the first
 * block residual rows, queries, keys and values depend on token and position alone, so they are
 * products of the {@link TokenTable} and looked up for each example. Trainer thread only.
 */
final class Transformer implements Network {
  private final TransformerShape shape;
  private final Backend backend;
  private final TransformerWeights weights;
  private final TokenTable tokenTable;
  private final Indices tableTokens;
  private final Indices tablePositions;
  private final Projections table; // of the first block, a row per token and position
  private final List<TransformerWorker> workers = new ArrayList<>();

  Transformer(
      TransformerShape shape, TokenTable tokenTable, Backend backend, SplittableRandom random) {
    this.shape = shape;
    this.backend = backend;
    this.weights = new TransformerWeights(shape, backend, backend.lanes(), random);
    this.tokenTable = tokenTable;
    tableTokens = tokenTable.tokens();
    tablePositions = tokenTable.positions();
    table = tableSized();
  }

  /** Matrices with a row per token and position. */
  Projections tableSized() {
    return Projections.zeros(backend, tokenTable.rows(), tokenTable.rows(), shape.width());
  }

  @Override
  public Parameters parameters() {
    return weights.all;
  }

  @Override
  public int classes() {
    return shape.vocabulary();
  }

  @Override
  public Batch batch(int size) {
    return new SequenceBatch(shape, tokenTable, size);
  }

  @Override
  public Worker worker(int lane, int capacity) {
    TransformerWorker worker = new TransformerWorker(this, backend, lane, capacity);
    workers.add(worker);
    return worker;
  }

  @Override
  public void prepare() {
    Kernels kernels = backend.kernels(0);
    kernels.gather(weights.embed.value(), tableTokens, table.x(), false);
    kernels.gather(weights.positions.value(), tablePositions, table.x(), true);
    table.project(kernels, weights.blocks.get(0));
  }

  @Override
  public void finish() {
    weights.all.sumGradients();
    Kernels kernels = backend.kernels(0);
    Projections gradient = workers.get(0).tableGradient();
    for (TransformerWorker other : workers.subList(1, workers.size())) {
      gradient.add(kernels, other.tableGradient());
    }
    BlockWeights first = weights.blocks.get(0);
    kernels.multiply(table.x(), true, gradient.q(), false, first.query.gradient(0), true);
    kernels.multiply(gradient.q(), false, first.query.value(), true, gradient.x(), true);
    gradient.backThroughKeysAndValues(kernels, first, table.x(), 0);
    kernels.scatterAdd(gradient.x(), tableTokens, weights.embed.gradient(0));
    kernels.scatterAdd(gradient.x(), tablePositions, weights.positions.gradient(0));
  }

  @Override
  public void close() {
    weights.close();
    table.close();
    workers.forEach(TransformerWorker::close);
  }

  TransformerShape shape() {
    return shape;
  }

  BlockWeights block(int layer) {
    return weights.blocks.get(layer);
  }

  Parameters.Weight unembed() {
    return weights.unembed;
  }

  Projections table() {
    return table;
  }
}
