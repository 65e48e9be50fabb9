package grokscope.kernel;

import java.nio.FloatBuffer;

/**
 * A piece of a matrix copied to the Java heap, because the JIT compiler turns loops over float
 * arrays into vector instructions, and loops over host memory it does not; the copies run at memory
 * speed. It grows to the largest piece it ever held. One thread.
 */
final class HostBlock {
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

  /** Copies back to a matrix. */
  void store(Matrix to, int start, int length) {
    FloatBuffer floats = to.floats();
    floats.put(start, values, 0, length);
  }
}
