package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The product of two matrices, computed once a step instead of for each example: a·b, or a·bᵀ. The
 * second is a parameter, the first may be constant. Trainer thread, except that a lane adds to its
 * own gradient.
 */
public final class Product implements TrainedMatrix, AutoCloseable {
  private final SharedMatrix a;
  private final Parameters.Weight b;
  private final boolean transposeB;
  private final Matrix value;
  private final List<Matrix> gradients = new ArrayList<>();

  public Product(SharedMatrix a, Parameters.Weight b, boolean transposeB, Backend backend) {
    this.a = a;
    this.b = b;
    this.transposeB = transposeB;
    int rows = a.value().rows();
    int columns = transposeB ? b.value().rows() : b.value().columns();
    value = backend.zeros(rows, columns);
    for (int lane = 0; lane < backend.lanes(); lane++) {
      gradients.add(backend.zeros(rows, columns));
    }
  }

  @Override
  public Matrix value() {
    return value;
  }

  @Override
  public Matrix gradient(int lane) {
    return gradients.get(lane);
  }

  public void compute(Kernels kernels) {
    kernels.multiply(a.value(), false, b.value(), transposeB, value, false);
  }

  /** Adds up the lanes and takes the gradient to the parameters. */
  public void finish(Kernels kernels) {
    Matrix sum = gradients.get(0);
    for (Matrix other : gradients.subList(1, gradients.size())) {
      kernels.elements().add(other, sum);
    }
    if (transposeB) {
      kernels.multiply(sum, true, a.value(), false, b.gradient(0), true);
    } else {
      kernels.multiply(a.value(), true, sum, false, b.gradient(0), true);
    }
    if (a instanceof TrainedMatrix trained) {
      kernels.multiply(sum, false, b.value(), !transposeB, trained.gradient(0), true);
    }
  }

  @Override
  public void close() {
    value.close();
    gradients.forEach(Matrix::close);
  }
}
