package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A block that reads a stream of each example. One lane's thread. */
final class StreamInput implements BlockInput {
  private final ResidualSource below; // closed with this
  private final TransformerShape shape;
  private final BlockWeights weights;
  private final boolean last; // the block asks at the answered positions only
  private final Kernels kernels;
  private final int lane;
  private final Matrix q; // [capacity·queries, d_model]
  private final Matrix k; // [capacity·context, d_model]
  private final Matrix v; // [capacity·context, d_model]
  private final Projections gradients;
  private final @Nullable Matrix answering; // rows that ask in the last block, [as q]
  private final @Nullable NormPass norm; // before attention
  private @Nullable Reading latest;

  /**
   * What was read of a batch.
   *
   * @param stream the residual stream, [batch·context, d_model]
   * @param asking what the queries were made of, [queries, d_model]
   * @param values queries, keys and values
   * @param gradients of these
   */
  private record Reading(Matrix stream, Matrix asking, Projections values, Projections gradients) {}

  StreamInput(
      ResidualSource below,
      TransformerShape shape,
      BlockWeights weights,
      int layer,
      Backend backend,
      int lane,
      int capacity) {
    this.below = below;
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
    norm = NormPass.of(weights.norm.before(), backend, lane, rows);
  }

  @Override
  public void read(SequenceBatch batch, @Nullable RandomGenerator random) {
    Matrix stream = below.forward(batch, random);
    int rows = batch.size() * shape.context();
    int queryRows = last ? batch.answered().size() : rows;
    Matrix read = norm == null ? stream : norm.forward(stream);
    Projections values =
        new Projections(read, q.firstRows(queryRows), k.firstRows(rows), v.firstRows(rows));
    Matrix asking = read;
    if (answering != null) {
      asking = answering.firstRows(queryRows);
      kernels.gather(read, batch.answered(), asking, false);
    }
    kernels.multiply(asking, false, weights.query.value(), false, values.q(), false);
    kernels.multiply(read, false, weights.key.value(), false, values.k(), false);
    kernels.multiply(read, false, weights.value.value(), false, values.v(), false);
    latest =
        new Reading(
            stream,
            asking,
            values,
            new Projections(
                gradients.x().firstRows(rows),
                gradients.q().firstRows(queryRows),
                gradients.k().firstRows(rows),
                gradients.v().firstRows(rows)));
  }

  private Reading latest() {
    return Objects.requireNonNull(latest, "no batch was read");
  }

  @Override
  public void clearGradients() {
    // They are cleared when they are asked for.
  }

  @Override
  public void residual(SequenceBatch batch, Matrix into) {
    Matrix stream = latest().stream();
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
    return latest().values();
  }

  @Override
  public Projections gradients() {
    Projections cleared = latest().gradients();
    cleared.clear(kernels);
    return cleared;
  }

  @Override
  public void back(SequenceBatch batch, Matrix dResidual) {
    Reading reading = latest();
    Projections gradient = reading.gradients();
    Matrix asking = reading.asking();
    kernels.multiply(asking, true, gradient.q(), false, weights.query.gradient(lane), true);
    Matrix dAsking = last ? asking : gradient.x();
    kernels.multiply(gradient.q(), false, weights.query.value(), true, dAsking, false);
    if (last) {
      kernels.scatterAdd(dAsking, batch.answered(), gradient.x());
    }
    gradient.backThroughKeysAndValues(kernels, weights, reading.values().x(), lane);
    Matrix dStream = norm == null ? gradient.x() : norm.back(gradient.x());
    addQueries(batch, dResidual, dStream);
    below.backward(batch, dStream);
  }

  @Override
  public void close() {
    below.close();
    gradients.close();
    if (norm != null) {
      norm.close();
    }
    if (answering != null) {
      answering.close();
    }
    Stream.of(q, k, v).forEach(Matrix::close);
  }
}
