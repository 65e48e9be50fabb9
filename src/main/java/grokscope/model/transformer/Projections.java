package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.stream.Stream;

/**
 * Rows of the residual stream with their queries, keys and values; or the gradients of all four.
 * One lane's thread, or the trainer thread between the lanes' work.
 *
 * @param x [rows, d_model]
 * @param q [rows, d_model]
 * @param k [rows, d_model]
 * @param v [rows, d_model]
 */
record Projections(Matrix x, Matrix q, Matrix k, Matrix v) implements AutoCloseable {

  static Projections zeros(Backend backend, int rows, int queryRows, int width) {
    return new Projections(
        backend.zeros(rows, width),
        backend.zeros(queryRows, width),
        backend.zeros(rows, width),
        backend.zeros(rows, width));
  }

  void clear(Kernels kernels) {
    kernels.elements().zero(x);
    kernels.elements().zero(q);
    kernels.elements().zero(k);
    kernels.elements().zero(v);
  }

  void add(Kernels kernels, Projections other) {
    kernels.elements().add(other.x, x);
    kernels.elements().add(other.q, q);
    kernels.elements().add(other.k, k);
    kernels.elements().add(other.v, v);
  }

  /** q, k and v from x, for rows that all ask. */
  void project(Kernels kernels, BlockWeights weights) {
    kernels.multiply(x, false, weights.query.value(), false, q, false);
    kernels.multiply(x, false, weights.key.value(), false, k, false);
    kernels.multiply(x, false, weights.value.value(), false, v, false);
  }

  /** With this as gradients: adds to those of the weights, and to x what came through k and v. */
  void backThroughKeysAndValues(Kernels kernels, BlockWeights weights, Matrix input, int lane) {
    kernels.multiply(input, true, k, false, weights.key.gradient(lane), true);
    kernels.multiply(input, true, v, false, weights.value.gradient(lane), true);
    kernels.multiply(k, false, weights.key.value(), true, x, true);
    kernels.multiply(v, false, weights.value.value(), true, x, true);
  }

  @Override
  public void close() {
    Stream.of(x, q, k, v).forEach(Matrix::close);
  }
}
