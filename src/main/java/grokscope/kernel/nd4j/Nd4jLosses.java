package grokscope.kernel.nd4j;

import grokscope.kernel.Indices;
import grokscope.kernel.LossFormula;
import grokscope.kernel.LossKernels;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Losses in plain ND4J operations. One thread at a time. */
final class Nd4jLosses implements LossKernels {
  @Override
  public void add(
      LossFormula formula,
      Matrix logits,
      int[] targets,
      double scale,
      @Nullable Matrix dLogits,
      LossSum sum) {
    switch (formula) {
      case CROSS_ENTROPY -> crossEntropy(logits, targets, scale, dLogits, sum);
      case CROSS_ENTROPY_IN_FLOAT -> crossEntropyInFloat(logits, targets, scale, dLogits, sum);
      case STABLE_MAX -> stableMax(logits, targets, scale, dLogits, sum);
      case SQUARED_ERROR -> squaredError(logits, targets, scale, dLogits, sum);
    }
  }

  private static void crossEntropy(
      Matrix logits, int[] targets, double scale, @Nullable Matrix dLogits, LossSum sum) {
    INDArray z = logits.array().castTo(DataType.DOUBLE); // [n, classes]
    z = z.subColumnVector(z.max(true, 1));
    INDArray right = new Indices(targets.clone()).oneHot(logits.columns(), DataType.DOUBLE);
    INDArray exp = Transforms.exp(z, true);
    INDArray total = exp.sum(true, 1);
    double loss = Transforms.log(total, true).sumNumber().doubleValue();
    loss -= z.mul(right).sumNumber().doubleValue();
    sum.add(loss, hits(z, targets), targets.length);
    if (dLogits != null) {
      dLogits.array().assign(exp.diviColumnVector(total).subi(right).muli(scale));
    }
  }

  private static int hits(INDArray logits, int[] targets) {
    INDArray best = logits.argMax(1);
    int hits = 0;
    for (int i = 0; i < targets.length; i++) {
      hits += best.getInt(i) == targets[i] ? 1 : 0;
    }
    return hits;
  }

  private static void crossEntropyInFloat(
      Matrix logits, int[] targets, double scale, @Nullable Matrix dLogits, LossSum sum) {
    INDArray z = logits.array().castTo(DataType.FLOAT);
    z = z.subColumnVector(z.max(true, 1));
    INDArray right = new Indices(targets.clone()).oneHot(logits.columns(), DataType.FLOAT);
    INDArray exp = Transforms.exp(z, true);
    INDArray total = exp.sum(true, 1);
    INDArray losses = Transforms.log(total, true).subi(z.mul(right).sum(true, 1));
    double loss = losses.castTo(DataType.DOUBLE).sumNumber().doubleValue();
    sum.add(loss, hits(z, targets), targets.length);
    if (dLogits != null) {
      dLogits.array().assign(exp.diviColumnVector(total).subi(right).muli(scale));
    }
  }

  private static void stableMax(
      Matrix logits, int[] targets, double scale, @Nullable Matrix dLogits, LossSum sum) {
    INDArray z = logits.array().castTo(DataType.DOUBLE);
    INDArray right = new Indices(targets.clone()).oneHot(logits.columns(), DataType.DOUBLE);
    INDArray above = Transforms.relu(z, true); // 0 where z is negative
    INDArray below = z.sub(above).rsubi(1).rdivi(1); // 1 where it is not
    INDArray shares = above.add(below);
    INDArray total = shares.sum(true, 1);
    INDArray own = shares.mul(right).sum(true, 1);
    double loss = Transforms.log(total.div(own), false).sumNumber().doubleValue();
    sum.add(loss, hits(z, targets), targets.length);
    if (dLogits != null) {
      INDArray slope = below.mul(below);
      INDArray pull = right.divColumnVector(own).rsubi(0).addiColumnVector(total.rdiv(1));
      dLogits.array().assign(slope.muli(pull).muli(scale));
    }
  }

  private static void squaredError(
      Matrix logits, int[] targets, double scale, @Nullable Matrix dLogits, LossSum sum) {
    INDArray z = logits.array().castTo(DataType.DOUBLE);
    INDArray right = new Indices(targets.clone()).oneHot(logits.columns(), DataType.DOUBLE);
    INDArray error = z.sub(right);
    double loss = error.mul(error).sumNumber().doubleValue() / logits.columns();
    sum.add(loss, hits(z, targets), targets.length);
    if (dLogits != null) {
      dLogits.array().assign(error.muli(2 * scale / logits.columns()));
    }
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
    INDArray z = outputs.array().castTo(DataType.DOUBLE);
    INDArray all = values.array().castTo(DataType.DOUBLE);
    INDArray own = new Indices(rows.clone()).oneHot(values.rows(), DataType.DOUBLE).mmul(all);
    INDArray error = z.sub(own);
    double[] means = error.mul(error).mean(1).toDoubleVector();
    int hits = 0;
    for (int i = 0; i < rows.length; i++) {
      if (tolerance > 0) {
        hits += means[i] < tolerance ? 1 : 0;
      } else {
        INDArray others = all.subRowVector(z.getRow(i));
        hits += others.muli(others).mean(1).minNumber().doubleValue() >= means[i] ? 1 : 0;
      }
    }
    sum.add(Arrays.stream(means).sum(), hits, rows.length);
    if (dOutputs != null) {
      dOutputs.array().assign(error.muli(2 * scale / outputs.columns()));
    }
  }
}
