package grokscope.kernel;

import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Tells backends, processors and versions of Java apart that round otherwise: a mark of the exact
 * results of a few products and functions. Stateless; on the thread of the backend.
 */
public final class RoundingMark {
  /** Shapes as the networks have them; larger ones are cut into other pieces by some kernels. */
  private static final int BATCH = 256;

  private static final int WIDTH = 128;
  private static final int ANSWERS = 114;
  private static final int ARGUMENTS = 500;
  private static final int DIGITS = 8;

  private RoundingMark() {}

  /** The mark of a backend, eight hexadecimal digits. */
  public static String of(Backend backend) {
    RandomStream random = new RandomStream(1);
    CRC32 sum = new CRC32();
    Kernels kernels = backend.kernels(0);
    Matrix a = drawn(backend, random, BATCH, WIDTH);
    Matrix b = drawn(backend, random, WIDTH, ANSWERS);
    Matrix c = backend.zeros(BATCH, ANSWERS);
    kernels.multiply(a, false, b, false, c, false);
    add(sum, c);
    kernels.multiply(a, true, c, false, b, false);
    add(sum, b);
    kernels.multiply(c, false, b, true, a, false);
    add(sum, a);
    for (int i = 1; i <= ARGUMENTS; i++) {
      double x = random.nextDouble() * i;
      for (double y :
          new double[] {
            Math.log(x),
            Math.log1p(x),
            Math.exp(-x),
            Math.pow(x, x / i),
            Math.sin(x),
            Math.cos(x),
            Math.tanh(x / i)
          }) {
        add(sum, y);
      }
    }
    return HexFormat.of().toHexDigits(sum.getValue(), DIGITS);
  }

  private static Matrix drawn(Backend backend, RandomStream random, int rows, int columns) {
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() - 0.5;
    }
    Matrix matrix = backend.zeros(rows, columns);
    matrix.set(values);
    return matrix;
  }

  private static void add(CRC32 sum, Matrix matrix) {
    for (double value : matrix.toDoubles()) {
      add(sum, value);
    }
  }

  private static void add(CRC32 sum, double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      sum.update((int) (bits >>> shift) & 0xff);
    }
  }
}
