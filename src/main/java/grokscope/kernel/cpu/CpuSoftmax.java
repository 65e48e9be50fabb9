package grokscope.kernel.cpu;

import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Softmax with cross-entropy on the host, in double. One thread.
 *
 * <p>The exponentials of many rows are taken at once: rows are short, and a vector loop over a
 * short row spends most of its time in the scalar rest.
 */
final class CpuSoftmax {
  private static final int BLOCK = 4096;

  private final HeapBlock block = new HeapBlock();
  private double[] exps = new double[0];

  void crossEntropy(
      Matrix logits, int[] targets, double scale, @Nullable Matrix dLogits, LossSum sum) {
    int classes = logits.columns();
    int rowsPerBlock = Math.max(1, BLOCK / classes);
    if (exps.length < rowsPerBlock * classes) {
      exps = new double[rowsPerBlock * classes];
    }
    double loss = 0;
    int hits = 0;
    for (int row = 0; row < targets.length; row += rowsPerBlock) {
      int rows = Math.min(rowsPerBlock, targets.length - row);
      float[] z = block.load(logits, row * classes, rows * classes);
      for (int i = 0; i < rows; i++) {
        int from = i * classes;
        int target = from + targets[row + i];
        float max = largest(z, from, classes);
        hits += isFirst(z, from, target, max) ? 1 : 0;
        shift(z, from, classes, max);
        loss -= exps[target]; // log of the target's share before normalisation
      }
      VectorExp.replace(exps, rows * classes);
      for (int i = 0; i < rows; i++) {
        loss += logOfTotal(z, i * classes, classes, targets[row + i], scale, dLogits != null);
      }
      if (dLogits != null) {
        block.store(dLogits, row * classes, rows * classes);
      }
    }
    sum.add(loss, hits, targets.length);
  }

  static float largest(float[] z, int from, int length) {
    float max = z[from];
    for (int j = from + 1; j < from + length; j++) {
      if (z[j] > max) { // Math.max takes twice as long
        max = z[j];
      }
    }
    return max;
  }

  private void shift(float[] z, int from, int length, float max) {
    double[] e = exps;
    for (int j = from; j < from + length; j++) {
      e[j] = (double) z[j] - max;
    }
  }

  /**
   * The log of a row's sum of exponentials; with the gradient in place of the logits, if wanted.
   */
  private double logOfTotal(
      float[] z, int from, int classes, int target, double scale, boolean withGradient) {
    double[] e = exps;
    // The target's own share is left out, so that p − 1 loses no digits when p is almost 1.
    double own = e[from + target];
    e[from + target] = 0;
    double others = sum(e, from, classes);
    if (withGradient) {
      double factor = scale / (others + own);
      for (int j = from; j < from + classes; j++) {
        z[j] = (float) (e[j] * factor);
      }
      z[from + target] = (float) (-others * factor);
    }
    // With the target ahead, log1p keeps the digits of a tiny loss.
    return own == 1 ? Math.log1p(others) : Math.log(others + own);
  }

  /** Whether the value at an index is the largest, and none before it is as large. */
  static boolean isFirst(float[] z, int from, int index, float max) {
    if (z[index] != max) {
      return false;
    }
    for (int j = from; j < index; j++) {
      if (z[j] == max) {
        return false;
      }
    }
    return true;
  }

  /** Four sums side by side, because one waits for itself. */
  static double sum(double[] x, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < from + length; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < from + length; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
