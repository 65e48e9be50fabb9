package grokscope.kernel.cpu;

import grokscope.kernel.Activation;

/**
 * Activations and their slopes on the host, over blocks on the Java heap. One thread.
 *
 * <p>What is made of exponentials is computed in double, because {@link VectorExp} is.
 */
final class CpuActivation {
  private static final double HALF_LINE = 20; // beyond it, tanh is ±1 in double
  private static final double PHI_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);
  private static final double SQRT_HALF = Math.sqrt(0.5);

  private double[] wide = new double[0];
  private double[] exps = new double[0];

  /** y = f(x). */
  void forward(Activation f, float[] x, float[] y, int length) {
    switch (f) {
      case RELU -> {
        for (int i = 0; i < length; i++) {
          y[i] = Math.max(x[i], 0f);
        }
      }
      case SQUARE -> {
        for (int i = 0; i < length; i++) {
          y[i] = x[i] * x[i];
        }
      }
      case TANH -> {
        widen(x, length);
        tanh(wide, length);
        narrow(y, length);
      }
      case GELU -> {
        widen(x, length);
        bells(length);
        gelu(wide, exps, length);
        narrow(y, length);
      }
    }
  }

  /** d *= f′(x), with x the value of f where {@link Activation#slopeFromValue}. */
  void backward(Activation f, float[] x, float[] d, int length) {
    switch (f) {
      case RELU -> {
        for (int i = 0; i < length; i++) {
          // 1 where x > 0, else 0; a comparison would not be turned into vector instructions.
          d[i] *= Math.min(Math.max(x[i] * Float.MAX_VALUE, 0f), 1f);
        }
      }
      case SQUARE -> {
        for (int i = 0; i < length; i++) {
          d[i] *= 2 * x[i];
        }
      }
      case TANH -> {
        for (int i = 0; i < length; i++) {
          d[i] *= 1 - x[i] * x[i];
        }
      }
      case GELU -> {
        widen(x, length);
        bells(length);
        geluSlope(wide, exps, length);
        for (int i = 0; i < length; i++) {
          d[i] *= (float) wide[i];
        }
      }
    }
  }

  private void widen(float[] x, int length) {
    if (wide.length < length) {
      wide = new double[length];
      exps = new double[length];
    }
    double[] w = wide;
    for (int i = 0; i < length; i++) {
      w[i] = x[i];
    }
  }

  private void narrow(float[] y, int length) {
    double[] w = wide;
    for (int i = 0; i < length; i++) {
      y[i] = (float) w[i];
    }
  }

  /** x = (1 − e^−2x)/(1 + e^−2x). */
  private static void tanh(double[] x, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = -2 * Math.min(Math.max(x[i], -HALF_LINE), HALF_LINE);
    }
    VectorExp.replace(x, length);
    for (int i = 0; i < length; i++) {
      x[i] = (1 - x[i]) / (1 + x[i]);
    }
  }

  /** exps = e^(−x²/2). */
  private void bells(int length) {
    double[] x = wide;
    double[] e = exps;
    for (int i = 0; i < length; i++) {
      e[i] = -0.5 * x[i] * x[i];
    }
    VectorExp.replace(e, length);
  }

  /** x = x·Φ(x) = max(x, 0) − |x|·Φ(−|x|). */
  private static void gelu(double[] x, double[] bell, int length) {
    for (int i = 0; i < length; i++) {
      double size = Math.abs(x[i]);
      x[i] = Math.max(x[i], 0) - size * tail(size, bell[i]);
    }
  }

  /** x = Φ(x) + x·φ(x). */
  private static void geluSlope(double[] x, double[] bell, int length) {
    for (int i = 0; i < length; i++) {
      double above = Math.min(Math.max(x[i] * Double.MAX_VALUE, 0), 1); // 1 where x > 0, else 0
      double tail = tail(Math.abs(x[i]), bell[i]);
      x[i] = above + (1 - 2 * above) * tail + x[i] * bell[i] * PHI_AT_ZERO;
    }
  }

  /**
   * Φ(−x) for x ≥ 0, given e^(−x²/2), with an error below 1e-7: half of 1 − erf(x/√2) by formula
   * 7.1.26 of Abramowitz and Stegun's Handbook of Mathematical Functions (1964).
   */
  private static double tail(double x, double bell) {
    double t = 1 / (1 + 0.3275911 * SQRT_HALF * x);
    double s = -1.453152027 + t * 1.061405429;
    s = 1.421413741 + t * s;
    s = -0.284496736 + t * s;
    s = 0.254829592 + t * s;
    return 0.5 * t * s * bell;
  }
}
