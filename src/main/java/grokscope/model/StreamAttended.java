package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.stream.Stream;

/** Later blocks read the stream that the block before them wrote. One lane's thread. */
final class StreamAttended implements Attended {
  private final TransformerShape shape;
  private final BlockWeights weights;
  private final int layer;
  private final Kernels kernels;
  private final int lane;
  private final Matrix q; // [capacity·queries, d_model]
  private final Matrix k; // [capacity·context, d_model]
  private final Matrix v; // [capacity·context, d_model]
  private final Projections gradients;
  private final Matrix queryInput; // rows that ask, [capacity·queries, d_model]
  private final NormPass norm; // before attention, null for none
  private Matrix stream;
  private Projections current;
  private Projections currentGradients;

  StreamAttended(
      TransformerShape shape,
      BlockWeights weights,
      int layer,
      Backend backend,
      int lane,
      int capacity) {
    this.shape = shape;
    this.weights = weights;
    this.layer = layer;
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    int rows = capacity * shape.context();
    int queryRows = capacity * shape.queries(layer);
    q = backend.zeros(queryRows, shape.width());
    k = backend.zeros(rows, shape.width());
    v = backend.zeros(rows, shape.width());
    gradients = Projections.zeros(backend, rows, queryRows, shape.width());
    queryInput = backend.zeros(queryRows, shape.width());
    norm = shape.form().pre() ? new NormPass(weights.norm1, backend, lane, rows) : null;
  }

  @Override
  public void read(SequenceBatch batch, Matrix input) {
    stream = input;
    int rows = batch.size() * shape.context();
    int queryRows = batch.size() * shape.queries(layer);
    Matrix read = norm == null ? stream : norm.forward(stream);
    current = new Projections(read, q.firstRows(queryRows), k.firstRows(rows), v.firstRows(rows));
    currentGradients =
        new Projections(
            gradients.x().firstRows(rows),
            gradients.q().firstRows(queryRows),
            gradients.k().firstRows(rows),
            gradients.v().firstRows(rows));
    currentGradients.clear(kernels);
    Matrix asking = queryInput.firstRows(queryRows);
    gatherQueries(batch, read, asking);
    kernels.multiply(asking, false, weights.query.value(), false, current.q(), false);
    kernels.multiply(read, false, weights.key.value(), false, current.k(), false);
    kernels.multiply(read, false, weights.value.value(), false, current.v(), false);
  }

  @Override
  public void residual(SequenceBatch batch, Matrix into) {
    gatherQueries(batch, stream, into);
  }

  private void gatherQueries(SequenceBatch batch, Matrix rows, Matrix into) {
    kernels.gather(rows, shape.isLast(layer) ? batch.lastPositions() : batch.own(), into, false);
  }

  private void addQueries(SequenceBatch batch, Matrix from, Matrix rows) {
    if (shape.isLast(layer)) {
      kernels.scatterAdd(from, batch.lastPositions(), rows);
    } else {
      kernels.add(from, rows);
    }
  }

  @Override
  public Projections values() {
    return current;
  }

  @Override
  public Projections gradients() {
    return currentGradients;
  }

  @Override
  public Matrix back(SequenceBatch batch, Matrix dResidual) {
    Projections gradient = currentGradients;
    Matrix asking = queryInput.firstRows(batch.size() * shape.queries(layer));
    kernels.multiply(asking, true, gradient.q(), false, weights.query.gradient(lane), true);
    if (norm == null) { // the rows that ask are those that stay in the stream
      kernels.multiply(gradient.q(), false, weights.query.value(), true, dResidual, true);
      addQueries(batch, dResidual, gradient.x());
      gradient.backThroughKeysAndValues(kernels, weights, stream, lane);
      return gradient.x();
    }
    kernels.multiply(gradient.q(), false, weights.query.value(), true, asking, false);
    addQueries(batch, asking, gradient.x());
    gradient.backThroughKeysAndValues(kernels, weights, current.x(), lane);
    Matrix dStream = norm.back(gradient.x());
    addQueries(batch, dResidual, dStream);
    return dStream;
  }

  @Override
  public void close() {
    gradients.close();
    if (norm != null) {
      norm.close();
    }
    Stream.of(q, k, v, queryInput).forEach(Matrix::close);
  }
}
