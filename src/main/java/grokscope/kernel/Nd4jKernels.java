package grokscope.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The kernels in plain ND4J operations, in the precision of their matrices: the reference for tests
 * and the way to every ND4J backend. Simple before fast. One thread at a time.
 */
final class Nd4jKernels implements Kernels {

  @Override
  public void multiply(
      Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c, boolean add) {
    Nd4j.gemm(a.array(), b.array(), c.array(), transposeA, transposeB, 1, add ? 1 : 0);
  }

  @Override
  public void gather(Matrix table, Indices rows, Matrix out, boolean add) {
    INDArray oneHot = rows.oneHot(table.rows(), table.array().dataType());
    Nd4j.gemm(oneHot, table.array(), out.array(), false, false, 1, add ? 1 : 0);
  }

  @Override
  public void scatterAdd(Matrix values, Indices rows, Matrix table) {
    scatterAdd(values.array(), rows, table.array());
  }

  private static void scatterAdd(INDArray values, Indices rows, INDArray table) {
    INDArray oneHot = rows.oneHot((int) table.size(0), table.dataType());
    Nd4j.gemm(oneHot, values, table, true, false, 1, 1);
  }

  @Override
  public void biasActivate(Matrix x, Matrix bias, Activation f, Matrix y) {
    if (bias != null) {
      addBias(x, bias);
    }
    y.array().assign(x.array());
    switch (f) {
      case RELU -> Transforms.relu(y.array(), false);
      case SQUARE -> y.array().muli(x.array());
    }
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, Matrix dBias) {
    switch (f) {
      case RELU -> dy.array().muli(x.array().gt(0).castTo(dy.array().dataType()));
      case SQUARE -> dy.array().muli(x.array()).muli(2);
    }
    if (dBias != null) {
      addColumnSums(dy, dBias);
    }
  }

  @Override
  public void addBias(Matrix x, Matrix bias) {
    x.array().addiRowVector(bias.array());
  }

  @Override
  public void addColumnSums(Matrix x, Matrix sums) {
    sums.array().addi(x.array().sum(true, 0));
  }

  @Override
  public void add(Matrix x, Matrix y) {
    y.array().addi(x.array());
  }

  @Override
  public void zero(Matrix x) {
    x.array().assign(0);
  }

  @Override
  public void crossEntropy(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    INDArray z = logits.array().castTo(DataType.DOUBLE); // [n, classes]
    z = z.subColumnVector(z.max(true, 1));
    INDArray right = new Indices(targets.clone()).oneHot(logits.columns(), DataType.DOUBLE);
    INDArray exp = Transforms.exp(z, true);
    INDArray total = exp.sum(true, 1);
    double loss = Transforms.log(total, true).sumNumber().doubleValue();
    loss -= z.mul(right).sumNumber().doubleValue();
    INDArray best = z.argMax(1);
    int hits = 0;
    for (int i = 0; i < targets.length; i++) {
      hits += best.getInt(i) == targets[i] ? 1 : 0;
    }
    sum.add(loss, hits, targets.length);
    if (dLogits != null) {
      dLogits.array().assign(exp.diviColumnVector(total).subi(right).muli(scale));
    }
  }

  @Override
  public void attention(
      AttentionShape shape,
      Matrix q,
      Indices queryRows,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix out) {
    new Nd4jAttention(shape, q, queryRows, k, v, keyRows).forward(pattern.array(), out.array());
  }

  @Override
  public void attentionBackward(
      AttentionShape shape,
      Matrix q,
      Indices queryRows,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix dOut,
      Matrix dq,
      Matrix dk,
      Matrix dv) {
    Nd4jAttention attention = new Nd4jAttention(shape, q, queryRows, k, v, keyRows);
    attention.backward(pattern.array(), dOut.array());
    scatterAdd(attention.dq(), queryRows, dq.array());
    scatterAdd(attention.dk(), keyRows, dk.array());
    scatterAdd(attention.dv(), keyRows, dv.array());
  }

  @Override
  public void adamW(
      AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare) {
    INDArray w = weights.array();
    INDArray g = gradient.array();
    INDArray m = mean.array();
    INDArray v = meanSquare.array();
    m.muli(step.beta1()).addi(g.mul(1 - step.beta1()));
    v.muli(step.beta2()).addi(g.mul(g).muli(1 - step.beta2()));
    INDArray root = Transforms.sqrt(v, true).divi(step.rootCorrection()).addi(step.epsilon());
    w.muli(step.keep()).subi(m.mul(step.stepSize()).divi(root));
  }

  @Override
  public double sumOfSquares(Matrix x) {
    INDArray wide = x.array().castTo(DataType.DOUBLE);
    return wide.mul(wide).sumNumber().doubleValue();
  }
}
