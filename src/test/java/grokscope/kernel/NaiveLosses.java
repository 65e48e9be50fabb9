package grokscope.kernel;

import java.util.Arrays;

/**
 * The losses in double; of those in float the formula only: {@link LossKernelsTest} looks at the
 * rounding.
 */
final class NaiveLosses implements LossKernels {
  @Override
  public void add(
      LossFormula formula,
      Matrix logits,
      int[] targets,
      double scale,
      Matrix dLogits,
      LossSum sum) {
    switch (formula) {
      case CROSS_ENTROPY, CROSS_ENTROPY_IN_FLOAT ->
          crossEntropy(logits, targets, scale, dLogits, sum);
      case STABLE_MAX -> stableMax(logits, targets, scale, dLogits, sum);
      case SQUARED_ERROR -> squaredError(logits, targets, scale, dLogits, sum);
    }
  }

  private static void crossEntropy(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    double[] z = logits.toDoubles();
    double[] d = new double[z.length];
    int classes = logits.columns();
    for (int i = 0; i < targets.length; i++) {
      double max = Double.NEGATIVE_INFINITY;
      int best = -1;
      for (int j = 0; j < classes; j++) {
        if (z[i * classes + j] > max) {
          max = z[i * classes + j];
          best = j;
        }
      }
      double total = 0;
      for (int j = 0; j < classes; j++) {
        total += Math.exp(z[i * classes + j] - max);
      }
      for (int j = 0; j < classes; j++) {
        double p = Math.exp(z[i * classes + j] - max) / total;
        d[i * classes + j] = scale * (p - (j == targets[i] ? 1 : 0));
      }
      double loss = Math.log(total) - (z[i * classes + targets[i]] - max);
      sum.add(loss, best == targets[i] ? 1 : 0, 1);
    }
    if (dLogits != null) {
      dLogits.set(d);
    }
  }

  private static void stableMax(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    double[] z = logits.toDoubles();
    double[] d = new double[z.length];
    int classes = logits.columns();
    for (int i = 0; i < targets.length; i++) {
      double total = 0;
      for (int j = 0; j < classes; j++) {
        total += stable(z[i * classes + j]);
      }
      double own = stable(z[i * classes + targets[i]]);
      for (int j = 0; j < classes; j++) {
        double x = z[i * classes + j];
        double slope = x >= 0 ? 1 : 1 / ((1 - x) * (1 - x));
        d[i * classes + j] = scale * slope * (1 / total - (j == targets[i] ? 1 / own : 0));
      }
      sum.add(-Math.log(own / total), best(z, i, classes) == targets[i] ? 1 : 0, 1);
    }
    if (dLogits != null) {
      dLogits.set(d);
    }
  }

  private static double stable(double x) {
    return x >= 0 ? x + 1 : 1 / (1 - x);
  }

  private static int best(double[] z, int row, int classes) {
    int best = 0;
    for (int j = 1; j < classes; j++) {
      best = z[row * classes + j] > z[row * classes + best] ? j : best;
    }
    return best;
  }

  private static void squaredError(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    double[] z = logits.toDoubles();
    double[] d = new double[z.length];
    int classes = logits.columns();
    for (int i = 0; i < targets.length; i++) {
      double loss = 0;
      for (int j = 0; j < classes; j++) {
        double error = z[i * classes + j] - (j == targets[i] ? 1 : 0);
        loss += error * error / classes;
        d[i * classes + j] = scale * 2 * error / classes;
      }
      sum.add(loss, best(z, i, classes) == targets[i] ? 1 : 0, 1);
    }
    if (dLogits != null) {
      dLogits.set(d);
    }
  }

  @Override
  public void addSquaredDistance(
      Matrix outputs,
      Matrix values,
      int[] rows,
      double tolerance,
      double scale,
      Matrix dOutputs,
      LossSum sum) {
    double[] z = outputs.toDoubles();
    double[] v = values.toDoubles();
    int columns = outputs.columns();
    double[] d = new double[z.length];
    for (int i = 0; i < rows.length; i++) {
      double[] means = new double[values.rows()];
      for (int row = 0; row < means.length; row++) {
        for (int j = 0; j < columns; j++) {
          double error = z[i * columns + j] - v[row * columns + j];
          means[row] += error * error / columns;
          d[i * columns + j] = row == rows[i] ? scale * 2 * error / columns : d[i * columns + j];
        }
      }
      double own = means[rows[i]];
      boolean nearest = Arrays.stream(means).allMatch(other -> other >= own);
      sum.add(own, (tolerance > 0 ? own < tolerance : nearest) ? 1 : 0, 1);
    }
    if (dOutputs != null) {
      dOutputs.set(d);
    }
  }
}
