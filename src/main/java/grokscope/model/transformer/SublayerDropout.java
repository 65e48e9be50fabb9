package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One lane's dropout of what attention or an MLP adds to the residual stream. That lane's thread
 * only.
 *
 * @param room for what is added, or for its gradient, [rows, d_model]
 */
record SublayerDropout(DropoutPass pass, Matrix room) implements AutoCloseable {
  /** A pass for this many rows, if the form has dropout. */
  static @Nullable SublayerDropout of(TransformerShape shape, Backend backend, int lane, int rows) {
    DropoutPass pass = DropoutPass.of(shape, backend, lane, rows);
    return pass == null ? null : new SublayerDropout(pass, backend.zeros(rows, shape.width()));
  }

  /** Leaves out some of what is added; nothing without a generator. */
  void forward(Matrix added, @Nullable RandomGenerator random) {
    pass.forward(added, random);
  }

  /** The gradient before the dropout; the one after it is not changed. */
  Matrix back(Matrix dy) {
    return pass.back(dy, room.firstRows(dy.rows()));
  }

  @Override
  public void close() {
    pass.close();
    room.close();
  }
}
