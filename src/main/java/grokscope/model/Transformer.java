package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Indices;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A decoder-only transformer, read at the last position: the network of Nanda et al. 2023 (arXiv
 * 2301.05217) and its variants. Causal attention without biases, an MLP with biases; the {@link
 * TransformerForm} says the rest.
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
  private final TableRows table; // of the first block, a row per token and position
  private final NormPass tableNorm; // before the first block's attention, null for none
  private final Matrix waves; // sinusoidal positions, [context, d_model]; null for others
  private final List<TransformerWorker> workers = new ArrayList<>();

  Transformer(
      TransformerShape shape,
      TokenTable tokenTable,
      Initialization initial,
      Backend backend,
      SplittableRandom random) {
    this.shape = shape;
    this.backend = backend;
    this.weights = new TransformerWeights(shape, initial, backend, backend.lanes(), random);
    this.tokenTable = tokenTable;
    tableTokens = tokenTable.tokens();
    tablePositions = tokenTable.positions();
    table = tableSized();
    NormWeights norm = weights.blocks.get(0).norm1;
    tableNorm = shape.form().pre() ? new NormPass(norm, backend, 0, tokenTable.rows()) : null;
    boolean sinusoidal = shape.form().positions() == TransformerForm.Positions.SINUSOIDAL;
    waves = sinusoidal ? waves() : null;
  }

  /**
   * sin(position/10000^(i/d)) in the even columns i, the cosine of the same after it; all over √d,
   * because embeddings have a standard deviation of 1/√d here and of 1 where waves are added as
   * they are (Power et al. 2022).
   */
  private Matrix waves() {
    int d = shape.width();
    Matrix rows = backend.zeros(shape.context(), d);
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      int position = i / d;
      int column = i % d;
      double angle = position / Math.pow(10_000, (column - column % 2) / (double) d);
      values[i] = (column % 2 == 0 ? Math.sin(angle) : Math.cos(angle)) / Math.sqrt(d);
    }
    rows.set(values);
    return rows;
  }

  /** Matrices with a row per token and position. */
  TableRows tableSized() {
    return TableRows.zeros(backend, shape, tokenTable.rows());
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
  public Batch batch(int size, int answers) {
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
    Matrix stream = table.stream();
    kernels.gather(weights.embed.value(), tableTokens, stream, false);
    if (weights.positions != null) {
      kernels.gather(weights.positions.value(), tablePositions, stream, true);
    }
    if (waves != null) {
      kernels.gather(waves, tablePositions, stream, true);
    }
    if (tableNorm != null) {
      tableNorm.forward(stream, table.made().x());
    }
    table.made().project(kernels, weights.blocks.get(0));
  }

  @Override
  public void finish() {
    weights.all.sumGradients();
    Kernels kernels = backend.kernels(0);
    TableRows gradient = workers.get(0).tableGradient();
    for (TransformerWorker other : workers.subList(1, workers.size())) {
      gradient.add(kernels, other.tableGradient());
    }
    BlockWeights first = weights.blocks.get(0);
    Projections made = gradient.made();
    Matrix read = table.made().x();
    kernels.multiply(read, true, made.q(), false, first.query.gradient(0), true);
    kernels.multiply(made.q(), false, first.query.value(), true, made.x(), true);
    made.backThroughKeysAndValues(kernels, first, read, 0);
    Matrix dStream = gradient.stream();
    if (tableNorm != null) {
      tableNorm.addBack(made.x(), dStream);
    }
    kernels.scatterAdd(dStream, tableTokens, weights.embed.gradient(0));
    if (weights.positions != null) {
      kernels.scatterAdd(dStream, tablePositions, weights.positions.gradient(0));
    }
  }

  @Override
  public void close() {
    weights.close();
    table.close();
    if (tableNorm != null) {
      tableNorm.close();
    }
    if (waves != null) {
      waves.close();
    }
    workers.forEach(TransformerWorker::close);
  }

  TransformerShape shape() {
    return shape;
  }

  TransformerWeights weights() {
    return weights;
  }

  TableRows table() {
    return table;
  }
}
