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
    double total = 0;
    for (int j = 0; j < classes; j++) {
      double x = exponential.of((double) z[from + j] - max);
      e[j] = x;
      total += x;
    }
    double loss = Math.log(total) - ((double) z[from + target] - max);
    if (withGradient) {
      double factor = scale / total;
      // p − 1 straight from the other probabilities: no digits are lost when p is almost 1.
      double others = 0;
      for (int j = 0; j < classes; j++) {
        others += j == target ? 0 : e[j];
        z[from + j] = (float) (e[j] * factor);
      }
      z[from + target] = (float) (-others * factor);
    }
    return loss;
  }
}
