package grokscope.kernel.cpu;

/**
 * Sums along a row on the Java heap, four side by side, because one waits for itself. Stateless,
 * any thread.
 */
final class FloatSums {
  private FloatSums() {}

  /** Σₙ a[i + n]. */
  static double of(float[] a, int i, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int n = 0;
    for (; n + 3 < length; n += 4) {
      s0 += a[i + n];
      s1 += a[i + n + 1];
      s2 += a[i + n + 2];
      s3 += a[i + n + 3];
    }
    for (; n < length; n++) {
      s0 += a[i + n];
    }
    return (double) (s0 + s1) + (s2 + s3);
  }

  /** Σₙ a[i + n]·b[j + n]. */
  static double ofProducts(float[] a, int i, float[] b, int j, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int n = 0;
    for (; n + 3 < length; n += 4) {
      s0 += a[i + n] * b[j + n];
      s1 += a[i + n + 1] * b[j + n + 1];
      s2 += a[i + n + 2] * b[j + n + 2];
      s3 += a[i + n + 3] * b[j + n + 3];
    }
    for (; n < length; n++) {
      s0 += a[i + n] * b[j + n];
    }
    return (double) (s0 + s1) + (s2 + s3);
  }
}
