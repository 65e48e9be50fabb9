package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.ElementKernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.NormKernels;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One lane's pass through one layer normalisation. That lane's thread only. */
final class NormPass implements AutoCloseable {
  private final NormWeights weights;
  private final ElementKernels elements;
  private final NormKernels norm;
  private final int lane;
  private final Matrix normal; // [rows, d_model]
  private final Matrix scales; // [rows, 1]
  private final Matrix output; // [rows, d_model]
  private final Matrix gradient; // of the output or of the input, [rows, d_model]

  private NormPass(NormWeights weights, Backend backend, int lane, int rows) {
    this.weights = weights;
    this.elements = backend.kernels(lane).elements();
    this.norm = backend.kernels(lane).norm();
    this.lane = lane;
    int width = weights.gain().value().columns();
    normal = backend.zeros(rows, width);
    scales = backend.zeros(rows, 1);
    output = backend.zeros(rows, width);
    gradient = backend.zeros(rows, width);
  }

  /** A pass, where there are weights for one. */
  static @Nullable NormPass of(@Nullable NormWeights weights, Backend backend, int lane, int rows) {
    return weights == null ? null : new NormPass(weights, backend, lane, rows);
  }

  /** The normalised rows, kept until the next call. */
  Matrix forward(Matrix x) {
    Matrix y = output(x.rows());
    forward(x, y);
    return y;
  }

  /** Writes the normalised rows to y. */
  void forward(Matrix x, Matrix y) {
    int n = x.rows();
    norm.forward(
        x,
        weights.gain().value(),
        weights.bias().value(),
        normal.firstRows(n),
        scales.firstRows(n),
        y);
  }

  /** What {@link #forward} returned for this many rows. */
  Matrix output(int n) {
    return output.firstRows(n);
  }

  /** A place for the gradient of the output of this many rows. */
  Matrix outputGradient(int n) {
    return gradient.firstRows(n);
  }

  /** Adds to the gradients of the parameters, and to dx. */
  void addBack(Matrix dy, Matrix dx) {
    int n = dy.rows();
    norm.backward(
        weights.gain().value(),
        normal.firstRows(n),
        scales.firstRows(n),
        dy,
        dx,
        weights.gain().gradient(lane),
        weights.bias().gradient(lane));
  }

  /** Adds to the gradients of the parameters, and returns the gradient of the input. */
  Matrix back(Matrix dy) {
    Matrix dx = gradient.firstRows(dy.rows());
    elements.zero(dx);
    addBack(dy, dx);
    return dx;
  }

  @Override
  public void close() {
    Stream.of(normal, scales, output, gradient).forEach(Matrix::close);
  }
}
