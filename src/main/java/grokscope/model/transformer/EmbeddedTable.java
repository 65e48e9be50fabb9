package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Indices;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@link TokenTable} with what the first block makes of its rows: residual stream, queries,
 * keys and values, computed once a step. Trainer thread, except that lanes read it.
 */
final class EmbeddedTable implements AutoCloseable {
  private final TransformerShape shape;
  private final Backend backend;
  private final BlockWeights block;
  private final Embeddings embeddings;
  private final Indices tokens;
  private final Indices positions;
  private final TableRows rows;
  private final @Nullable NormPass norm; // before the first block's attention

  EmbeddedTable(
      TransformerShape shape,
      TokenTable table,
      TransformerWeights weights,
      Embeddings embeddings,
      Backend backend) {
    this.shape = shape;
    this.backend = backend;
    this.embeddings = embeddings;
    block = weights.blocks.get(0);
    tokens = table.tokens();
    positions = table.positions();
    rows = zeros();
    norm = NormPass.of(block.norm.before(), backend, 0, tokens.size());
  }

  /** Matrices with a row per token and position. */
  TableRows zeros() {
    return TableRows.zeros(backend, shape, tokens.size());
  }

  TableRows rows() {
    return rows;
  }

  /** Computes the rows from the weights as they are now. */
  void prepare() {
    Kernels kernels = backend.kernels(0);
    embeddings.write(kernels, tokens, positions, rows.stream());
    if (norm != null) {
      norm.forward(rows.stream(), rows.made().x());
    }
    rows.made().project(kernels, block);
  }

  /** Adds up the lanes' gradients of the rows and takes them to lane 0's of the weights. */
  void finish(List<TableRows> gradients) {
    Kernels kernels = backend.kernels(0);
    TableRows gradient = gradients.get(0);
    for (TableRows other : gradients.subList(1, gradients.size())) {
      gradient.add(kernels, other);
    }
    Projections made = gradient.made();
    Matrix read = rows.made().x();
    kernels.multiply(read, true, made.q(), false, block.query.gradient(0), true);
    kernels.multiply(made.q(), false, block.query.value(), true, made.x(), true);
    made.backThroughKeysAndValues(kernels, block, read, 0);
    if (norm != null) {
      norm.addBack(made.x(), gradient.stream());
    }
    embeddings.back(kernels, tokens, positions, gradient.stream(), 0);
  }

  @Override
  public void close() {
    rows.close();
    if (norm != null) {
      norm.close();
    }
  }
}
