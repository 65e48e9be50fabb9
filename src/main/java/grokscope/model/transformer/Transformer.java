package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.model.Batch;
import grokscope.model.Initialization;
import grokscope.model.Network;
import grokscope.model.Parameters;
import grokscope.model.TensorForm;
import grokscope.model.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A decoder-only transformer, read where an example is answered: the network of Nanda et al. 2023
 * (arXiv 2301.05217) and its variants. Causal attention without biases, an MLP; the {@link
 * TransformerForm} says the rest.
 *
 * <p>Only what the loss reads is computed, which gives exactly the same sums in several times fewer
 * operations: the last block asks, and runs its MLP, at the answered positions only; and where
 * there are few tokens ({@link TransformerShape#tabled}), what the first block makes of them is an
 * {@link EmbeddedTable} and looked up for each example. Trainer thread only.
 */
final class Transformer implements Network {
  private final TransformerShape shape;
  private final Backend backend;
  private final TransformerWeights weights;
  private final TokenTable tokenTable;
  private final Embeddings embeddings;
  private final @Nullable EmbeddedTable table; // unless every example has a stream of its own
  private final List<TransformerWorker> workers = new ArrayList<>();
  private final List<TableRows> tableGradients = new ArrayList<>(); // of the workers

  Transformer(
      TransformerShape shape,
      TokenTable tokenTable,
      Initialization initial,
      Backend backend,
      RandomGenerator random) {
    this.shape = shape;
    this.backend = backend;
    this.tokenTable = tokenTable;
    weights = new TransformerWeights(shape, initial, backend, backend.lanes(), random);
    embeddings = new Embeddings(shape, weights, backend);
    table =
        shape.tabled() ? new EmbeddedTable(shape, tokenTable, weights, embeddings, backend) : null;
  }

  @Override
  public Parameters parameters() {
    return weights.all;
  }

  @Override
  public TensorForm tensorForm() {
    return new TensorForm(shape.heads());
  }

  @Override
  public List<Matrix> numbers() {
    return List.of(weights.embed.value());
  }

  @Override
  public int classes() {
    return shape.outputs();
  }

  @Override
  public boolean hasDropout() {
    return shape.form().dropout() > 0;
  }

  @Override
  public Batch batch(int size, int answers) {
    return new SequenceBatch(shape, tokenTable, size, answers);
  }

  @Override
  public Worker worker(int lane, int capacity) {
    TransformerWorker worker =
        new TransformerWorker(this, firstInput(lane, capacity), backend, lane, capacity);
    workers.add(worker);
    return worker;
  }

  private BlockInput firstInput(int lane, int capacity) {
    if (table == null) {
      EmbeddingPass embedding = new EmbeddingPass(shape, embeddings, backend, lane, capacity);
      return new StreamInput(embedding, shape, weights.blocks.get(0), 0, backend, lane, capacity);
    }
    TableRows gradient = table.zeros();
    tableGradients.add(gradient);
    return new TableInput(table.rows(), gradient, backend.kernels(lane));
  }

  @Override
  public void prepare() {
    if (table != null) {
      table.prepare();
    }
  }

  @Override
  public void finish() {
    weights.all.sumGradients();
    if (table != null) {
      table.finish(tableGradients);
    }
  }

  @Override
  public void close() {
    weights.close();
    embeddings.close();
    if (table != null) {
      table.close();
    }
    tableGradients.forEach(TableRows::close);
    workers.forEach(TransformerWorker::close);
  }

  TransformerShape shape() {
    return shape;
  }

  TransformerWeights weights() {
    return weights;
  }
}
