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
  }

  @Override
  public void read(SequenceBatch batch, Matrix input) {
    stream = input;
    int rows = batch.size() * shape.context();
    int queryRows = batch.size() * shape.queries(layer);
    current = new Projections(stream, q.firstRows(queryRows), k.firstRows(rows), v.firstRows(rows));
    currentGradients =
        new Projections(
            gradients.x().firstRows(rows),
            gradients.q().firstRows(queryRows),
            gradients.k().firstRows(rows),
            gradients.v().firstRows(rows));
    currentGradients.clear(kernels);
    Matrix asking = queryInput.firstRows(queryRows);
    residual(batch, asking);
    kernels.multiply(asking, false, weights.query.value(), false, current.q(), false);
    kernels.multiply(stream, false, weights.key.value(), false, current.k(), false);
    kernels.multiply(stream, false, weights.value.value(), false, current.v(), false);
  }

  @Override
  public void residual(SequenceBatch batch, Matrix into) {
    kernels.gather(stream, shape.isLast(layer) ? batch.lastPositions() : batch.own(), into, false);
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
    kernels.multiply(gradient.q(), false, weights.query.value(), true, dResidual, true);
    if (shape.isLast(layer)) {
      kernels.scatterAdd(dResidual, batch.lastPositions(), gradient.x());
    } else {
      kernels.add(dResidual, gradient.x());
    }
    gradient.backThroughKeysAndValues(kernels, weights, stream, lane);
    return gradient.x();
  }

  @Override
  public void close() {
    gradients.close();
    Stream.of(q, k, v, queryInput).forEach(Matrix::close);
  }
}
