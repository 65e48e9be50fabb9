package grokscope.model;

import grokscope.kernel.Matrix;

/**
 * A matrix that all examples read: a parameter, or what was computed from parameters once a step.
 * Read by all lanes; each adds to a gradient of its own.
 */
interface SharedMatrix {
  /** The matrix as it is in this step. */
  Matrix value();

  /** Where a lane adds its part of the gradient. */
  Matrix gradient(int lane);
}
