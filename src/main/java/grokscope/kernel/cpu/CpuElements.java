package grokscope.kernel.cpu;

import grokscope.kernel.ElementKernels;
import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;

/**
 * What is done to all values of a matrix alike, on the host, where their rows do not matter. One
 * thread.
 */
final class CpuElements implements ElementKernels {
  private static final int BLOCK = 8192;

  private final HeapBlock first = new HeapBlock();
  private final HeapBlock second = new HeapBlock();
  private final float[] zeros = new float[BLOCK];

  @Override
  public void zero(Matrix x) {
    for (int start = 0; start < x.size(); start += BLOCK) {
      x.floats().put(start, zeros, 0, Math.min(BLOCK, x.size() - start));
    }
  }

  @Override
  public void add(Matrix x, Matrix y) {
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      HeapBlock.addTo(first.load(x, start, length), second.load(y, start, length), length);
      second.store(y, start, length);
    }
  }

  /** y = a·x + b·y, rounded to multiples of about 1e-32 like the moments of {@link CpuUpdates}. */
  @Override
  public void blend(double a, Matrix x, double b, Matrix y) {
    float fromX = (float) a;
    float fromY = (float) b;
    for (int start = 0; start < y.size(); start += BLOCK) {
      int length = Math.min(BLOCK, y.size() - start);
      blend(fromX, first.load(x, start, length), fromY, second.load(y, start, length), length);
      second.store(y, start, length);
    }
  }

  private static void blend(float a, float[] x, float b, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = (a * x[i] + b * y[i] + CpuUpdates.DUST) - CpuUpdates.DUST;
    }
  }

  @Override
  public void addNoise(double sd, RandomGenerator random, Matrix x) {
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      float[] values = first.load(x, start, length);
      for (int i = 0; i < length; i++) {
        values[i] += (float) (sd * random.nextGaussian());
      }
      first.store(x, start, length);
    }
  }

  @Override
  public void drawMask(double rate, RandomGenerator random, Matrix mask) {
    float kept = (float) (1 / (1 - rate));
    for (int start = 0; start < mask.size(); start += BLOCK) {
      int length = Math.min(BLOCK, mask.size() - start);
      float[] values = first.sized(length);
      for (int i = 0; i < length; i++) {
        values[i] = random.nextDouble() < rate ? 0 : kept;
      }
      first.store(mask, start, length);
    }
  }

  @Override
  public void timesElements(Matrix mask, Matrix x, Matrix y) {
    for (int start = 0; start < y.size(); start += BLOCK) {
      int length = Math.min(BLOCK, y.size() - start);
      float[] factors = first.load(mask, start, length);
      float[] values = second.load(x, start, length);
      for (int i = 0; i < length; i++) {
        values[i] *= factors[i];
      }
      second.store(y, start, length);
    }
  }

  @Override
  public double dot(Matrix x, Matrix y) {
    double sum = 0;
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      sum += dot(first.load(x, start, length), second.load(y, start, length), length);
    }
    return sum;
  }

  @Override
  public double sumOfSquares(Matrix x) {
    return dot(x, x);
  }

  /** Four sums side by side, because one waits for itself. */
  private static double dot(float[] x, float[] y, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += (double) x[i] * y[i];
      s1 += (double) x[i + 1] * y[i + 1];
      s2 += (double) x[i + 2] * y[i + 2];
      s3 += (double) x[i + 3] * y[i + 3];
    }
    for (; i < length; i++) {
      s0 += (double) x[i] * y[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
