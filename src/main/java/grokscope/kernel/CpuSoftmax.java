package grokscope.kernel;

/** Softmax with cross-entropy on the host, row by row, in double. One thread. */
final class CpuSoftmax {
  private static final int BLOCK = 8192;

  private final Exponential exponential = new Exponential();
  private final HostBlock block = new HostBlock();
  private double[] exps = new double[0];
  private int hits;

  void crossEntropy(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    int classes = logits.columns();
    if (exps.length < classes) {
      exps = new double[classes];
    }
    int rowsPerBlock = Math.max(1, BLOCK / classes);
    double loss = 0;
    hits = 0;
    for (int row = 0; row < targets.length; row += rowsPerBlock) {
      int rows = Math.min(rowsPerBlock, targets.length - row);
      float[] z = block.load(logits, row * classes, rows * classes);
      for (int i = 0; i < rows; i++) {
        loss += row(z, i * classes, classes, targets[row + i], scale, dLogits != null);
      }
      if (dLogits != null) {
        block.store(dLogits, row * classes, rows * classes);
      }
    }
    sum.add(loss, hits, targets.length);
  }

  private double row(
      float[] z, int from, int classes, int target, double scale, boolean withGradient) {
    int best = 0;
    float max = z[from];
    for (int j = 1; j < classes; j++) {
      if (z[from + j] > max) {
        max = z[from + j];
        best = j;
      }
    }
    hits += best == target ? 1 : 0;
    double[] e = exps;
    for (int j = 0; j < classes; j++) {
      e[j] = (double) z[from + j] - max;
    }
    double below = e[target]; // log of the target's share before normalisation
    exponential.replace(e, classes);
    // The target's own share is left out, so that p − 1 loses no digits when p is almost 1.
    double own = e[target];
    e[target] = 0;
    double others = sum(e, classes);
    double total = others + own;
    if (withGradient) {
      double factor = scale / total;
      for (int j = 0; j < classes; j++) {
        z[from + j] = (float) (e[j] * factor);
      }
      z[from + target] = (float) (-others * factor);
    }
    return logOfTotal(others, own, below);
  }

  /** log(others + own) − below; with the target ahead, log1p keeps the digits of a tiny loss. */
  private static double logOfTotal(double others, double own, double below) {
    return own == 1 ? Math.log1p(others) : Math.log(others + own) - below;
  }

  /** Four sums side by side, because one waits for itself. */
  private static double sum(double[] x, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < length; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
