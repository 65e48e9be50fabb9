package grokscope.kernel.cpu;

import grokscope.kernel.LossFormula;
import grokscope.kernel.LossKernels;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Losses on the host. Those beside the usual cross-entropy go through the logits in blocks of whole
 * rows, row by row. One thread.
 */
final class CpuLosses implements LossKernels {
  private static final int BLOCK = 4096;

  /** The loss of one row; with the gradient in place of the logits, if wanted. */
  @FunctionalInterface
  private interface Row {
    double loss(float[] z, int from, int classes, int target, double scale, boolean withGradient);
  }

  private final CpuSoftmax softmax = new CpuSoftmax();
  private final HeapBlock block = new HeapBlock();
  private final HeapBlock valueRows = new HeapBlock();
  private final Row single = this::singleRow;
  private final Row stable = this::stableRow;
  private final Row squared = CpuLosses::squaredRow;
  private double[] shares = new double[0];

  @Override
  public void add(
      LossFormula formula,
      Matrix logits,
      int[] targets,
      double scale,
      @Nullable Matrix dLogits,
      LossSum sum) {
    switch (formula) {
      case CROSS_ENTROPY -> softmax.crossEntropy(logits, targets, scale, dLogits, sum);
      case CROSS_ENTROPY_IN_FLOAT -> rows(single, logits, targets, scale, dLogits, sum);
      case STABLE_MAX -> rows(stable, logits, targets, scale, dLogits, sum);
      case SQUARED_ERROR -> rows(squared, logits, targets, scale, dLogits, sum);
    }
  }

  private void rows(
      Row each, Matrix logits, int[] targets, double scale, @Nullable Matrix dLogits, LossSum sum) {
    int classes = logits.columns();
    int rowsPerBlock = Math.max(1, BLOCK / classes);
    if (shares.length < classes) {
      shares = new double[classes];
    }
    double loss = 0;
    int hits = 0;
    for (int row = 0; row < targets.length; row += rowsPerBlock) {
      int rows = Math.min(rowsPerBlock, targets.length - row);
      float[] z = block.load(logits, row * classes, rows * classes);
      for (int i = 0; i < rows; i++) {
        int from = i * classes;
        int target = targets[row + i];
        float max = CpuSoftmax.largest(z, from, classes);
        hits += CpuSoftmax.isFirst(z, from, from + target, max) ? 1 : 0;
        loss += each.loss(z, from, classes, target, scale, dLogits != null);
      }
      if (dLogits != null) {
        block.store(dLogits, row * classes, rows * classes);
      }
    }
    sum.add(loss, hits, targets.length);
  }

  private double singleRow(
      float[] z, int from, int classes, int target, double scale, boolean withGradient) {
    float max = CpuSoftmax.largest(z, from, classes);
    double[] e = shares;
    for (int j = 0; j < classes; j++) {
      e[j] = z[from + j] - max; // a float
    }
    VectorExp.replace(e, classes);
    float total = 0;
    for (int j = 0; j < classes; j++) {
      total += (float) e[j];
    }
    float loss = (float) Math.log(total) - (z[from + target] - max);
    if (withGradient) {
      for (int j = 0; j < classes; j++) {
        float share = (float) e[j] / total;
        z[from + j] = (float) scale * (j == target ? share - 1 : share);
      }
    }
    return loss;
  }

  private double stableRow(
      float[] z, int from, int classes, int target, double scale, boolean withGradient) {
    double[] s = shares;
    // The target's own share is left out, so that p − 1 loses no digits when p is almost 1.
    double others = 0;
    for (int j = 0; j < classes; j++) {
      double x = z[from + j];
      s[j] = x >= 0 ? x + 1 : 1 / (1 - x);
      others += j == target ? 0 : s[j];
    }
    double own = s[target];
    double total = others + own;
    if (withGradient) {
      for (int j = 0; j < classes; j++) {
        double slope = z[from + j] >= 0 ? 1 : s[j] * s[j];
        double pull = j == target ? -others / (own * total) : 1 / total;
        z[from + j] = (float) (scale * slope * pull);
      }
    }
    return Math.log1p(others / own);
  }

  private static double squaredRow(
      float[] z, int from, int classes, int target, double scale, boolean withGradient) {
    double loss = 0;
    double factor = 2 * scale / classes;
    for (int j = 0; j < classes; j++) {
      double error = z[from + j] - (j == target ? 1.0 : 0.0);
      loss += error * error;
      if (withGradient) {
        z[from + j] = (float) (factor * error);
      }
    }
    return loss / classes;
  }

  @Override
  public void addSquaredDistance(
      Matrix outputs,
      Matrix values,
      int[] rows,
      double tolerance,
      double scale,
      @Nullable Matrix dOutputs,
      LossSum sum) {
    int columns = outputs.columns();
    float[] z = block.load(outputs);
    float[] v = valueRows.load(values);
    double factor = 2 * scale / columns;
    double loss = 0;
    int hits = 0;
    for (int i = 0; i < rows.length; i++) {
      int own = rows[i] * columns;
      double distance = distance(z, i * columns, v, own, columns);
      loss += distance / columns;
      boolean right =
          tolerance > 0
              ? distance / columns < tolerance
              : nearest(z, i * columns, v, values.size(), columns, distance);
      hits += right ? 1 : 0;
      for (int j = 0; dOutputs != null && j < columns; j++) {
        double error = (double) z[i * columns + j] - v[own + j];
        z[i * columns + j] = (float) (factor * error);
      }
    }
    if (dOutputs != null) {
      block.store(dOutputs, 0, rows.length * columns);
    }
    sum.add(loss, hits, rows.length);
  }

  private static boolean nearest(
      float[] z, int from, float[] v, int size, int columns, double distance) {
    for (int row = 0; row < size; row += columns) {
      if (distance(z, from, v, row, columns) < distance) {
        return false;
      }
    }
    return true;
  }

  private static double distance(float[] z, int i, float[] v, int k, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      double error = (double) z[i + j] - v[k + j];
      sum += error * error;
    }
    return sum;
  }
}
