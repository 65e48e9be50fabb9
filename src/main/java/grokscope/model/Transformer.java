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
 * biases, separate unembedding. Everything starts normal with sd 1/√d_model, the unembedding with
 * 1/√vocabulary, biases at zero.
 *
 * <p>Only what the loss reads is computed, which gives exactly the same sums in several times fewer
 * operations: the last block asks, and runs its MLP, at the last position only; and in the first
 * block residual rows, queries, keys and values depend on token and position alone, so they are
 * products of the {@link TokenTable} and looked up for each example. Trainer thread only.
 */
final class Transformer implements Network {
  private final TransformerShape shape;
  private final Backend backend;
  private final Parameters parameters;
  private final TokenTable tokenTable;
  private final Indices tableTokens;
  private final Indices tablePositions;
  private final Parameters.Weight embed; // W_E [vocabulary, d_model]
  private final Parameters.Weight positions; // W_pos [context, d_model]
  private final List<BlockWeights> blocks = new ArrayList<>();
  private final Parameters.Weight unembed; // W_U [d_model, vocabulary]
  private final Projections table; // of the first block, a row per token and position
  private final List<TransformerWorker> workers = new ArrayList<>();

  Transformer(TransformerShape shape, Backend backend, SplittableRandom random) {
    this.shape = shape;
    this.backend = backend;
    this.parameters = new Parameters(backend, random);
    int d = shape.width();
    double sd = 1 / Math.sqrt(d);
    embed = parameters.normal("embed.W_E", shape.vocabulary(), d, sd);
    positions = parameters.normal("pos_embed.W_pos", shape.context(), d, sd);
    for (int layer = 0; layer < shape.layers(); layer++) {
      blocks.add(new BlockWeights(shape, layer, parameters));
    }
    double unembedSd = 1 / Math.sqrt(shape.vocabulary());
    unembed = parameters.normal("unembed.W_U", d, shape.vocabulary(), unembedSd);
    tokenTable = new TokenTable(shape.vocabulary(), shape.context());
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
    return parameters;
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
    kernels.gather(embed.value(), tableTokens, table.x(), false);
    kernels.gather(positions.value(), tablePositions, table.x(), true);
    table.project(kernels, blocks.get(0));
  }

  @Override
  public void finish() {
    parameters.sumGradients();
    Kernels kernels = backend.kernels(0);
    Projections gradient = workers.get(0).tableGradient();
    for (TransformerWorker other : workers.subList(1, workers.size())) {
      gradient.add(kernels, other.tableGradient());
    }
    BlockWeights first = blocks.get(0);
    kernels.multiply(table.x(), true, gradient.q(), false, first.query.gradient(0), true);
    kernels.multiply(gradient.q(), false, first.query.value(), true, gradient.x(), true);
    gradient.backThroughKeysAndValues(kernels, first, table.x(), 0);
    kernels.scatterAdd(gradient.x(), tableTokens, embed.gradient(0));
    kernels.scatterAdd(gradient.x(), tablePositions, positions.gradient(0));
  }

  @Override
  public void close() {
    parameters.close();
    table.close();
    workers.forEach(TransformerWorker::close);
  }

  TransformerShape shape() {
    return shape;
  }

  BlockWeights block(int layer) {
    return blocks.get(layer);
  }

  Parameters.Weight unembed() {
    return unembed;
  }

  Projections table() {
    return table;
  }
}
