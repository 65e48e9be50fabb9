package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.stream.Stream;

/** A block that reads the streams that were written for it. One lane's thread. */
final class StreamInput implements BlockInput {
  private final TransformerShape shape;
  private final BlockWeights weights;
  private final boolean last; // the block asks at the answered positions only
  private final Kernels kernels;
  private final int lane;
  private final Matrix q; // [capacity·queries, d_model]
  private final Matrix k; // [capacity·context, d_model]
  private final Matrix v; // [capacity·context, d_model]
  private final Projections gradients;
  private final Matrix answering; // rows that ask in the last block, [capacity·queries, d_model]
  private final NormPass norm; // before attention, null for none
  private Matrix stream;
  private Matrix asking;
  private Projections current;
  private Projections currentGradients;

  StreamInput(
      TransformerShape shape,
      BlockWeights weights,
      int layer,
      Backend backend,
      int lane,
      int capacity) {
    this.shape = shape;
    this.weights = weights;
    this.last = shape.isLast(layer);
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    int rows = capacity * shape.context();
    int queryRows = capacity * shape.queries(layer);
    q = backend.zeros(queryRows, shape.width());
    k = backend.zeros(rows, shape.width());
    v = backend.zeros(rows, shape.width());
    gradients = Projections.zeros(backend, rows, queryRows, shape.width());
    answering = last ? backend.zeros(queryRows, shape.width()) : null;
    norm = shape.form().pre() ? new NormPass(weights.norm1, backend, lane, rows) : null;
  }

  @Override
  public void read(SequenceBatch batch, Matrix input) {
    stream = input;
    int rows = batch.size() * shape.context();
    int queryRows = last ? batch.answered().size() : rows;
    Matrix read = norm == null ? stream : norm.forward(stream);
    current = new Projections(read, q.firstRows(queryRows), k.firstRows(rows), v.firstRows(rows));
    currentGradients =
        new Projections(
            gradients.x().firstRows(rows),
            gradients.q().firstRows(queryRows),
            gradients.k().firstRows(rows),
            gradients.v().firstRows(rows));
    asking = read;
    if (last) {
      asking = answering.firstRows(queryRows);
      kernels.gather(read, batch.answered(), asking, false);
    }
    kernels.multiply(asking, false, weights.query.value(), false, current.q(), false);
    kernels.multiply(read, false, weights.key.value(), false, current.k(), false);
    kernels.multiply(read, false, weights.value.value(), false, current.v(), false);
  }

  @Override
  public void residual(SequenceBatch batch, Matrix into) {
    if (last) {
      kernels.gather(stream, batch.answered(), into, false);
    } else {
      kernels.elements().blend(1, stream, 0, into);
    }
  }

  private void addQueries(SequenceBatch batch, Matrix from, Matrix rows) {
    if (last) {
      kernels.scatterAdd(from, batch.answered(), rows);
    } else {
      kernels.elements().add(from, rows);
    }
  }

  @Override
  public Projections values() {
    return current;
  }

  @Override
  public Projections gradients() {
    currentGradients.clear(kernels);
    return currentGradients;
  }

  @Override
  public Matrix back(SequenceBatch batch, Matrix dResidual) {
    Projections gradient = currentGradients;
    kernels.multiply(asking, true, gradient.q(), false, weights.query.gradient(lane), true);
    Matrix dAsking = last ? asking : gradient.x();
    kernels.multiply(gradient.q(), false, weights.query.value(), true, dAsking, false);
    if (last) {
      kernels.scatterAdd(dAsking, batch.answered(), gradient.x());
    }
    gradient.backThroughKeysAndValues(kernels, weights, current.x(), lane);
    Matrix dStream = norm == null ? gradient.x() : norm.back(gradient.x());
    addQueries(batch, dResidual, dStream);
    return dStream;
  }

  @Override
  public void close() {
    gradients.close();
    if (norm != null) {
      norm.close();
    }
    if (last) {
      answering.close();
    }
    Stream.of(q, k, v).forEach(Matrix::close);
  }
}
