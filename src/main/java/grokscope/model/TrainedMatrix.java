package grokscope.model;

import grokscope.kernel.Matrix;

/** A shared matrix that training changes. Each lane adds to a gradient of its own. */
public interface TrainedMatrix extends SharedMatrix {
  /** Where a lane adds its part of the gradient. */
  Matrix gradient(int lane);
}
