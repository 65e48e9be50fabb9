package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.ElementKernels;
import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One lane's pass through one place of dropout (Srivastava et al. 2014): while a gradient is taken,
 * each activation is left out with a probability, and the others grow so that the mean stays.
 * Otherwise nothing changes. That lane's thread only.
 */
final class DropoutPass implements AutoCloseable {
  private final double rate;
  private final ElementKernels elements;
  private final Matrix mask; // of the batch that went forward last, [rows, columns]
  private boolean on; // in that batch

  private DropoutPass(double rate, Backend backend, int lane, int rows, int columns) {
    this.rate = rate;
    this.elements = backend.kernels(lane).elements();
    mask = backend.zeros(rows, columns);
  }

  /** A pass for a form's residual stream of this many rows, if it has dropout. */
  static @Nullable DropoutPass of(TransformerShape shape, Backend backend, int lane, int rows) {
    double rate = shape.form().dropout();
    return rate == 0 ? null : new DropoutPass(rate, backend, lane, rows, shape.width());
  }

  /**
   * Leaves out some of the activations.
   *
   * @param random where to draw which; without: nothing is left out
   */
  void forward(Matrix x, @Nullable RandomGenerator random) {
    on = random != null;
    if (random != null) {
      Matrix drawn = mask.firstRows(x.rows());
      elements.drawMask(rate, random, drawn);
      elements.timesElements(drawn, x, x);
    }
  }

  /**
   * The gradient before the dropout.
   *
   * @param dy the gradient after it; not changed, unless it is {@code into}
   * @param into where to write it
   * @return that matrix, or dy itself where nothing was left out
   */
  Matrix back(Matrix dy, Matrix into) {
    if (!on) {
      return dy;
    }
    elements.timesElements(mask.firstRows(dy.rows()), dy, into);
    return into;
  }

  @Override
  public void close() {
    mask.close();
  }
}
