package grokscope.kernel;

import java.util.Arrays;

/** The formulas of optimisers, in double. */
final class NaiveUpdates implements UpdateKernels {
  @Override
  public void adamW(
      AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare) {
    double[] w = weights.toDoubles();
    double[] g = gradient.toDoubles();
    double[] m = mean.toDoubles();
    double[] v = meanSquare.toDoubles();
    for (int i = 0; i < w.length; i++) {
      w[i] *= 1 - step.rate() * step.decay();
      m[i] = step.beta1() * m[i] + (1 - step.beta1()) * g[i];
      v[i] = step.beta2() * v[i] + (1 - step.beta2()) * g[i] * g[i];
      double mHat = m[i] / (1 - Math.pow(step.beta1(), step.update()));
      double vHat = v[i] / (1 - Math.pow(step.beta2(), step.update()));
      w[i] -= step.rate() * mHat / (Math.sqrt(vHat) + step.epsilon());
    }
    weights.set(w);
    mean.set(m);
    meanSquare.set(v);
  }

  @Override
  public void addSigns(double a, Matrix x, Matrix y) {
    double[] from = x.toDoubles();
    double[] to = y.toDoubles();
    for (int i = 0; i < to.length; i++) {
      to[i] += a * Math.signum(from[i]);
    }
    y.set(to);
  }

  @Override
  public void shrink(Matrix x, double by) {
    x.set(
        Arrays.stream(x.toDoubles())
            .map(value -> Math.signum(value) * Math.max(Math.abs(value) - by, 0))
            .toArray());
  }
}
