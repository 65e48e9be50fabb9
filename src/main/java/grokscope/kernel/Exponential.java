package grokscope.kernel;

/**
 * The exponential for softmax: e^x for many x ≤ 0 at once, in double, with a relative error below
 * 1e-15. Below −75 it is 0, so that no gradient is ever a denormal number (e^−75 is 3e-33). One
 * thread.
 *
 * <p>x = k·ln 2 + r with |r| ≤ ln 2/2, so e^x = 2^k · e^r, the second factor from its series. The
 * loops are kept apart so that the JIT compiler turns the long one into vector instructions; one
 * loop over all of it runs five times slower, because the conversions between float, int and double
 * make each round wait for the one before.
 */
final class Exponential {
  private static final double SMALLEST = -75;
  private static final double PER_LN2 = 1 / Math.log(2);
  // ln 2 in two parts, so that k·HIGH is exact and r keeps all its digits.
  private static final double HIGH = 0x1.62e42feep-1;
  private static final double LOW = 1.9082149292705877e-10;
  // Adding this rounds to a whole number, which then stands in the lowest bits.
  private static final double ROUND = 0x1.8p52;
  private static final int EXPONENT_BIAS = 1023;
  private static final int MANTISSA_BITS = 52;

  private double[] rounded = new double[0];
  private double[] series = new double[0];

  /** Replaces each of the first {@code length} values, none above 0, by its exponential. */
  void replace(double[] x, int length) {
    if (series.length < length) {
      rounded = new double[length];
      series = new double[length];
    }
    double[] t = rounded;
    double[] s = series;
    for (int i = 0; i < length; i++) {
      double y = Math.max(x[i], SMALLEST);
      double shifted = y * PER_LN2 + ROUND;
      double k = shifted - ROUND;
      double r = (y - k * HIGH) - k * LOW;
      t[i] = shifted;
      s[i] = series(r);
    }
    for (int i = 0; i < length; i++) {
      long k = Double.doubleToRawLongBits(t[i]);
      double power = Double.longBitsToDouble((k + EXPONENT_BIAS) << MANTISSA_BITS);
      x[i] = x[i] < SMALLEST ? 0 : s[i] * power;
    }
  }

  /** Σ rⁿ/n! to the thirteenth power; the next term is below 5e-18 for |r| ≤ ln 2/2. */
  private static double series(double r) {
    double s = 1.0 / 479001600 + r * (1.0 / 6227020800.0);
    s = 1.0 / 39916800 + r * s;
    s = 1.0 / 3628800 + r * s;
    s = 1.0 / 362880 + r * s;
    s = 1.0 / 40320 + r * s;
    s = 1.0 / 5040 + r * s;
    s = 1.0 / 720 + r * s;
    s = 1.0 / 120 + r * s;
    s = 1.0 / 24 + r * s;
    s = 1.0 / 6 + r * s;
    s = 0.5 + r * s;
    s = 1 + r * s;
    return 1 + r * s;
  }
}
