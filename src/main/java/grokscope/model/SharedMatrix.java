package grokscope.model;

import grokscope.kernel.Matrix;

/**
 * A matrix that all examples read: a parameter, what was computed from parameters once a step, or
 * constant numbers. Read by all lanes; each adds to a gradient of its own.
 */
public interface SharedMatrix {
  /** The matrix as it is in this step. */
  Matrix value();

  /** Where a lane adds its part of the gradient; null if the matrix is constant. */
  Matrix gradient(int lane);
}
