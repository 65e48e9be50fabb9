package grokscope.kernel;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Element by element, in double. */
final class NaiveElements implements ElementKernels {
  @Override
  public void zero(Matrix x) {
    x.set(new double[x.size()]);
  }

  @Override
  public void add(Matrix x, Matrix y) {
    double[] from = x.toDoubles();
    double[] to = y.toDoubles();
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
    y.set(to);
  }

  @Override
  public void blend(double a, Matrix x, double b, Matrix y) {
    double[] from = x.toDoubles();
    double[] to = y.toDoubles();
    for (int i = 0; i < to.length; i++) {
      to[i] = a * from[i] + b * to[i];
    }
    y.set(to);
  }

  @Override
  public void timesElements(Matrix mask, Matrix x, Matrix y) {
    double[] factors = mask.toDoubles();
    double[] values = x.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
    y.set(values);
  }

  @Override
  public void drawMask(double rate, RandomGenerator random, Matrix mask) {
    double[] values = new double[mask.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
    }
    mask.set(values);
  }

  @Override
  public void addNoise(double sd, RandomGenerator random, Matrix x) {
    x.set(Arrays.stream(x.toDoubles()).map(value -> value + sd * random.nextGaussian()).toArray());
  }

  @Override
  public double dot(Matrix x, Matrix y) {
    double[] left = x.toDoubles();
    double[] right = y.toDoubles();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  @Override
  public double sumOfSquares(Matrix x) {
    return Arrays.stream(x.toDoubles()).map(value -> value * value).sum();
  }
}
