package grokscope.model;

import grokscope.kernel.Matrix;

/**
 * A matrix that all examples read: a parameter, what was computed from parameters once a step, or
 * constant numbers. Read by all lanes.
 */
public interface SharedMatrix {
  /** The matrix as it is in this step. */
  Matrix value();
}
