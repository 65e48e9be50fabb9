package grokscope.kernel.cpu;

import grokscope.kernel.Matrix;
import java.nio.FloatBuffer;

/**
 * A piece of a matrix copied to the Java heap, because the JIT compiler turns loops over float
 * arrays into vector instructions, and loops over host memory it does not; the copies run at memory
 * speed. It grows to the largest piece it ever held. One thread.
 */
final class HeapBlock {
  private float[] values = new float[0];

  /** An array of at least this length, with undefined content. */
  float[] sized(int length) {
    if (values.length < length) {
      values = new float[length];
    }
    return values;
  }

  /** Copies from a matrix. */
  float[] load(Matrix from, int start, int length) {
    float[] array = sized(length);
    from.floats().get(start, array, 0, length);
    return array;
  }

  /** Copies a whole matrix. */
  float[] load(Matrix from) {
    return load(from, 0, from.size());
  }

  /** A row repeated to fill a block, so that taking it with a block is one plain loop. */
  float[] tiled(Matrix row, int rows) {
    int columns = row.columns();
    float[] tile = sized(rows * columns);
    row.floats().get(0, tile, 0, columns);
    for (int done = columns; done < rows * columns; done *= 2) {
      System.arraycopy(tile, 0, tile, done, Math.min(done, rows * columns - done));
    }
    return tile;
  }

  /** y += x. The same index on both sides, or the compiler must fear that the arrays overlap. */
  static void addTo(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] += x[i];
    }
  }

  /** Copies back to a matrix. */
  void store(Matrix to, int start, int length) {
    FloatBuffer floats = to.floats();
    floats.put(start, values, 0, length);
  }
}
