package grokscope.kernel.cpu;

import grokscope.kernel.Matrix;
import java.util.IdentityHashMap;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A pointer of one's own into each matrix, to be moved, because other threads may read the same
 * matrix. One thread.
 */
final class MatrixPointers {
  private final IdentityHashMap<Matrix, FloatPointer> pointers = new IdentityHashMap<>();

  /** Somewhere in the matrix, wherever it was moved to last. */
  FloatPointer of(Matrix matrix) {
    FloatPointer known = pointers.get(matrix);
    if (known == null) {
      known = new FloatPointer(matrix.pointer());
      pointers.put(matrix, known);
    }
    return known;
  }
}
