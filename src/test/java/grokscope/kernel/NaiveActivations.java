package grokscope.kernel;

import java.util.Arrays;

/** Biases and non-linearities, in double. */
final class NaiveActivations implements ActivationKernels {
  @Override
  public void addBias(Matrix x, Matrix bias) {
    double[] in = x.toDoubles();
    double[] b = bias.toDoubles();
    for (int i = 0; i < in.length; i++) {
      in[i] += b[i % b.length];
    }
    x.set(in);
  }

  @Override
  public void addColumnSums(Matrix x, Matrix sums) {
    double[] in = x.toDoubles();
    double[] total = sums.toDoubles();
    for (int i = 0; i < in.length; i++) {
      total[i % total.length] += in[i];
    }
    sums.set(total);
  }

  @Override
  public void biasActivate(Matrix x, Matrix bias, Activation f, Matrix y) {
    if (bias != null) {
      addBias(x, bias);
    }
    y.set(Arrays.stream(x.toDoubles()).map(value -> value(f, value)).toArray());
  }

  private static double value(Activation f, double x) {
    return switch (f) {
      case RELU -> Math.max(x, 0);
      case SQUARE -> x * x;
      case TANH -> Math.tanh(x);
      case GELU -> x * normalDistribution(x);
    };
  }

  /** The slope where f has the value, for those whose value tells it; else where it has x. */
  private static double slope(Activation f, double kept) {
    return switch (f) {
      case RELU -> kept > 0 ? 1 : 0;
      case SQUARE -> 2 * kept;
      case TANH -> 1 - kept * kept;
      case GELU ->
          normalDistribution(kept) + kept * Math.exp(-kept * kept / 2) / Math.sqrt(2 * Math.PI);
    };
  }

  /** Φ(x) = 1/2 + φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
  private static double normalDistribution(double x) {
    if (Math.abs(x) > 30) {
      return x > 0 ? 1 : 0; // where the series would overflow
    }
    double term = x;
    double sum = x;
    for (int n = 3; Math.abs(term) > 1e-18 * Math.abs(sum); n += 2) {
      term *= x * x / n;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, Matrix dBias) {
    double[] in = x.toDoubles();
    double[] d = dy.toDoubles();
    for (int i = 0; i < d.length; i++) {
      d[i] *= slope(f, in[i]);
    }
    dy.set(d);
    if (dBias != null) {
      addColumnSums(dy, dBias);
    }
  }
}
