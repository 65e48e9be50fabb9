package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;

/**
 * The rows of a {@link TokenTable} in the first block; or the gradients of them. Shared while it is
 * read; as gradients it is one lane's.
 *
 * @param stream the residual stream, [rows, d_model]
 * @param made queries, keys and values, and what they were made of: the stream, or with pre-LN its
 *     normalised rows
 */
record TableRows(Matrix stream, Projections made) implements AutoCloseable {
  static TableRows zeros(Backend backend, TransformerShape shape, int rows) {
    Projections made = Projections.zeros(backend, rows, rows, shape.width());
    boolean apart = shape.form().pre();
    return new TableRows(apart ? backend.zeros(rows, shape.width()) : made.x(), made);
  }

  private boolean apart() {
    return stream != made.x();
  }

  void clear(Kernels kernels) {
    made.clear(kernels);
    if (apart()) {
      kernels.elements().zero(stream);
    }
  }

  void add(Kernels kernels, TableRows other) {
    made.add(kernels, other.made);
    if (apart()) {
      kernels.elements().add(other.stream, stream);
    }
  }

  @Override
  public void close() {
    made.close();
    if (apart()) {
      stream.close();
    }
  }
}
