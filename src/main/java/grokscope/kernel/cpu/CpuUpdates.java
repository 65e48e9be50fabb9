package grokscope.kernel.cpu;

import grokscope.kernel.AdamWStep;
import grokscope.kernel.Matrix;
import grokscope.kernel.UpdateKernels;

/**
 * The formulas of optimisers on the host, in single precision like PyTorch's. One thread.
 *
 * <p>Arithmetic on denormal numbers is a hundred times slower, and strong decay makes them by the
 * thousand. So weights and mean gradients are rounded to multiples of about 1e-32 (adding and
 * taking away 1e-25 does that), and a gradient below 1e-17 counts as 1e-17 in the mean square,
 * where epsilon drowns it. With an epsilon so small that this would show, the plain formula is
 * used.
 */
final class CpuUpdates implements UpdateKernels {
  private static final int BLOCK = 8192;
  static final float DUST = 1e-25f;
  private static final float SMALLEST_GRADIENT = 1e-17f;
  private static final double SMALLEST_EPSILON = 1e-14;

  private final HeapBlock w = new HeapBlock();
  private final HeapBlock g = new HeapBlock();
  private final HeapBlock m = new HeapBlock();
  private final HeapBlock v = new HeapBlock();

  @Override
  public void adamW(
      AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare) {
    for (int start = 0; start < weights.size(); start += BLOCK) {
      int length = Math.min(BLOCK, weights.size() - start);
      float[] ws = w.load(weights, start, length);
      float[] gs = g.load(gradient, start, length);
      float[] ms = m.load(mean, start, length);
      float[] vs = v.load(meanSquare, start, length);
      if (step.epsilon() >= SMALLEST_EPSILON) {
        moments(step, gs, ms, vs, length);
      } else {
        plainMoments(step, gs, ms, vs, length);
      }
      weights(step, ws, ms, vs, length);
      w.store(weights, start, length);
      m.store(mean, start, length);
      v.store(meanSquare, start, length);
    }
  }

  private static void moments(AdamWStep step, float[] g, float[] m, float[] v, int length) {
    float beta1 = (float) step.beta1();
    float beta2 = (float) step.beta2();
    float new1 = (float) (1 - step.beta1());
    float new2 = (float) (1 - step.beta2());
    for (int i = 0; i < length; i++) {
      m[i] = (m[i] * beta1 + new1 * g[i] + DUST) - DUST;
    }
    for (int i = 0; i < length; i++) {
      float size = Math.max(Math.abs(g[i]), SMALLEST_GRADIENT);
      v[i] = v[i] * beta2 + new2 * size * size;
    }
  }

  private static void plainMoments(AdamWStep step, float[] g, float[] m, float[] v, int length) {
    float beta1 = (float) step.beta1();
    float beta2 = (float) step.beta2();
    float new1 = (float) (1 - step.beta1());
    float new2 = (float) (1 - step.beta2());
    for (int i = 0; i < length; i++) {
      m[i] = m[i] * beta1 + new1 * g[i];
      v[i] = v[i] * beta2 + new2 * g[i] * g[i];
    }
  }

  private static void weights(AdamWStep step, float[] w, float[] m, float[] v, int length) {
    float keep = (float) step.keep();
    float rate = (float) step.stepSize();
    float rootFactor = (float) (1 / step.rootCorrection());
    float epsilon = (float) step.epsilon();
    for (int i = 0; i < length; i++) {
      float root = (float) Math.sqrt(v[i]) * rootFactor + epsilon;
      w[i] = (w[i] * keep - rate * m[i] / root + DUST) - DUST;
    }
  }

  @Override
  public void addSigns(double a, Matrix x, Matrix y) {
    float size = (float) a;
    for (int start = 0; start < y.size(); start += BLOCK) {
      int length = Math.min(BLOCK, y.size() - start);
      float[] from = g.load(x, start, length);
      float[] to = w.load(y, start, length);
      for (int i = 0; i < length; i++) {
        to[i] += size * Math.signum(from[i]);
      }
      w.store(y, start, length);
    }
  }

  @Override
  public void shrink(Matrix x, double by) {
    float step = (float) by;
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      float[] values = w.load(x, start, length);
      for (int i = 0; i < length; i++) {
        values[i] = Math.max(values[i] - step, 0) + Math.min(values[i] + step, 0);
      }
      w.store(x, start, length);
    }
  }
}
