package grokscope.kernel;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The kernels in plain ND4J operations, in the precision of their matrices: the reference for tests
 * and the way to every ND4J backend. Simple before fast. One thread at a time.
 */
final class Nd4jKernels implements Kernels {
  private final Nd4jLosses losses = new Nd4jLosses();

  @Override
  public void multiply(
      double factor,
      Matrix a,
      boolean transposeA,
      Matrix b,
      boolean transposeB,
      Matrix c,
      boolean add) {
    INDArray into = c.stride() == c.columns() ? c.array() : c.array().dup('c'); // no views
    Nd4j.gemm(a.array(), b.array(), into, transposeA, transposeB, factor, add ? 1 : 0);
    if (into != c.array()) {
      c.array().assign(into);
    }
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
      case SQUARE -> Transforms.pow(y.array(), 2, false);
      case TANH -> Transforms.tanh(y.array(), false);
      case GELU -> y.array().muli(normalDistribution(x.array()));
    }
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, Matrix dBias) {
    switch (f) {
      case RELU -> dy.array().muli(x.array().gt(0).castTo(dy.array().dataType()));
      case SQUARE -> dy.array().muli(x.array()).muli(2);
      case TANH -> dy.array().muli(x.array().mul(x.array()).rsubi(1));
      case GELU -> dy.array().muli(geluSlope(x.array()));
    }
    if (dBias != null) {
      addColumnSums(dy, dBias);
    }
  }

  /** Φ(x) = (1 + erf(x/√2))/2. */
  private static INDArray normalDistribution(INDArray x) {
    INDArray z = x.mul(Math.sqrt(0.5));
    return Nd4j.getExecutioner().exec(new Erf(z, z)).addi(1).muli(0.5);
  }

  /** Φ(x) + x·φ(x). */
  private static INDArray geluSlope(INDArray x) {
    INDArray density = Transforms.exp(x.mul(x).muli(-0.5), false).divi(Math.sqrt(2 * Math.PI));
    return normalDistribution(x).addi(density.muli(x));
  }

  @Override
  public void layerNorm(
      Matrix x, Matrix gain, Matrix bias, Matrix normal, Matrix scales, Matrix y) {
    INDArray z = x.array().subColumnVector(x.array().mean(true, 1));
    INDArray variance = z.mul(z).mean(true, 1);
    scales.array().assign(Transforms.sqrt(variance.addi(LAYER_NORM_EPSILON), false).rdivi(1));
    normal.array().assign(z.muliColumnVector(scales.array()));
    y.array().assign(z.muliRowVector(gain.array()).addiRowVector(bias.array()));
  }

  @Override
  public void layerNormBackward(
      Matrix gain, Matrix normal, Matrix scales, Matrix dy, Matrix dx, Matrix dGain, Matrix dBias) {
    INDArray z = normal.array();
    INDArray dz = dy.array().mulRowVector(gain.array());
    INDArray along = z.mulColumnVector(dz.mul(z).mean(true, 1));
    INDArray across = dz.subColumnVector(dz.mean(true, 1)).subi(along);
    dx.array().addi(across.muliColumnVector(scales.array()));
    dGain.array().addi(dy.array().mul(z).sum(true, 0));
    addColumnSums(dy, dBias);
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
    losses.crossEntropy(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void crossEntropyInFloat(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    losses.crossEntropyInFloat(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void stableMax(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    losses.stableMax(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void squaredError(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    losses.squaredError(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void squaredDistance(
      Matrix outputs,
      Matrix values,
      int[] rows,
      double tolerance,
      double scale,
      Matrix dOutputs,
      LossSum sum) {
    losses.squaredDistance(outputs, values, rows, tolerance, scale, dOutputs, sum);
  }

  @Override
  public void attention(
      AttentionShape shape,
      Matrix q,
      Queries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix out) {
    new Nd4jAttention(shape, q, asking, k, v, keyRows).forward(pattern.array(), out.array());
  }

  @Override
  public void attentionBackward(
      AttentionShape shape,
      Matrix q,
      Queries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix dOut,
      Matrix dq,
      Matrix dk,
      Matrix dv) {
    Nd4jAttention attention = new Nd4jAttention(shape, q, asking, k, v, keyRows);
    attention.backward(pattern.array(), dOut.array());
    scatterAdd(attention.dq(), asking.rows(), dq.array());
    scatterAdd(attention.dk(), keyRows, dk.array());
    scatterAdd(attention.dv(), keyRows, dv.array());
  }

  @Override
  public void pattern(AttentionShape shape, Matrix scores, Indices keyRows, Matrix pattern) {
    INDArray exp = gathered(scores, keyRows).muli(shape.scoreScale());
    exp = exp.reshape(-1, shape.context(), shape.heads());
    exp = Transforms.exp(exp.sub(repeated(exp.max(true, 1), exp)), false);
    INDArray weights = exp.divi(repeated(exp.sum(true, 1), exp));
    pattern.array().assign(weights.reshape('c', pattern.array().shape()));
  }

  private static INDArray repeated(INDArray keptDims, INDArray like) {
    return keptDims.broadcast(Nd4j.create(like.dataType(), like.shape()));
  }

  /** The chosen rows of a table, [rows, columns]. */
  private static INDArray gathered(Matrix table, Indices rows) {
    DataType type = table.array().dataType();
    INDArray out = Nd4j.create(type, new long[] {rows.size(), table.columns()}, 'c');
    return Nd4j.gemm(rows.oneHot(table.rows(), type), table.array(), out, false, false, 1, 0);
  }

  @Override
  public void patternBackward(
      AttentionShape shape, Matrix pattern, Matrix dPattern, Indices keyRows, Matrix dScores) {
    INDArray weights = pattern.array().reshape(-1, shape.context(), shape.heads());
    INDArray gradient = dPattern.array().reshape(-1, shape.context(), shape.heads());
    INDArray mean = repeated(weights.mul(gradient).sum(true, 1), weights);
    INDArray d = gradient.sub(mean).muli(weights).muli(shape.scoreScale());
    scatterAdd(d.reshape('c', keyRows.size(), shape.heads()), keyRows, dScores.array());
  }

  @Override
  public void mix(
      AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out) {
    long slots = shape.patternColumns(); // one for each position and head
    INDArray rows = gathered(tables, keyRows).reshape('c', out.rows(), slots, out.columns());
    INDArray weights = pattern.array().reshape('c', out.rows(), slots, 1);
    out.array().assign(rows.mul(repeated(weights, rows)).sum(1));
  }

  @Override
  public void mixBackward(
      AttentionShape shape,
      Matrix pattern,
      Indices keyRows,
      Matrix tables,
      Matrix dOut,
      Matrix dPattern,
      Matrix dTables) {
    long slots = shape.patternColumns();
    INDArray rows = gathered(tables, keyRows).reshape('c', dOut.rows(), slots, dOut.columns());
    INDArray gradient = dOut.array().dup('c').reshape('c', dOut.rows(), 1, dOut.columns());
    INDArray spread = repeated(gradient, rows);
    INDArray toPattern = rows.mul(spread).sum(2).reshape('c', dPattern.array().shape());
    dPattern.array().addi(toPattern);
    INDArray weights = pattern.array().reshape('c', dOut.rows(), slots, 1);
    INDArray toRows = spread.mul(repeated(weights, rows));
    scatterAdd(toRows.reshape('c', keyRows.size(), tables.columns()), keyRows, dTables.array());
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
  public void blend(double a, Matrix x, double b, Matrix y) {
    INDArray part = x.array().mul(a);
    y.array().muli(b).addi(part);
  }

  @Override
  public void addSigns(double a, Matrix x, Matrix y) {
    y.array().addi(Transforms.sign(x.array(), true).muli(a));
  }

  @Override
  public void shrink(Matrix x, double by) {
    INDArray size = Transforms.relu(Transforms.abs(x.array(), true).subi(by), false);
    x.array().assign(Transforms.sign(x.array(), true).muli(size));
  }

  @Override
  public void addNoise(double sd, RandomGenerator random, Matrix x) {
    double[] drawn = new double[x.size()];
    Arrays.setAll(drawn, i -> sd * random.nextGaussian());
    INDArray noise = Nd4j.createFromArray(drawn).reshape(x.rows(), x.columns());
    x.array().addi(noise.castTo(x.array().dataType()));
  }

  @Override
  public void drawMask(double rate, RandomGenerator random, Matrix mask) {
    double[] drawn = new double[mask.size()];
    Arrays.setAll(drawn, i -> random.nextDouble() < rate ? 0 : 1 / (1 - rate));
    mask.set(drawn);
  }

  @Override
  public void timesElements(Matrix mask, Matrix x, Matrix y) {
    y.array().assign(mask.array().mul(x.array()));
  }

  @Override
  public double dot(Matrix x, Matrix y) {
    INDArray wide = x.array().castTo(DataType.DOUBLE);
    return wide.mul(y.array().castTo(DataType.DOUBLE)).sumNumber().doubleValue();
  }

  @Override
  public double sumOfSquares(Matrix x) {
    INDArray wide = x.array().castTo(DataType.DOUBLE);
    return wide.mul(wide).sumNumber().doubleValue();
  }
}
