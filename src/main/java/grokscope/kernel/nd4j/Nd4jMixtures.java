package grokscope.kernel.nd4j;

import grokscope.kernel.AttentionShape;
import grokscope.kernel.Indices;
import grokscope.kernel.Matrix;
import grokscope.kernel.MixtureKernels;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Sums of table rows weighted by attention, in plain ND4J operations. One thread at a time. */
final class Nd4jMixtures implements MixtureKernels {
  @Override
  public void pattern(AttentionShape shape, Matrix scores, Indices keyRows, Matrix pattern) {
    INDArray exp = Nd4jRows.gathered(scores, keyRows).muli(shape.scoreScale());
    exp = exp.reshape(-1, shape.context(), shape.heads());
    exp = Transforms.exp(exp.sub(Nd4jRows.repeated(exp.max(true, 1), exp)), false);
    INDArray weights = exp.divi(Nd4jRows.repeated(exp.sum(true, 1), exp));
    pattern.array().assign(weights.reshape('c', pattern.array().shape()));
  }

  @Override
  public void patternBackward(
      AttentionShape shape, Matrix pattern, Matrix dPattern, Indices keyRows, Matrix dScores) {
    INDArray weights = pattern.array().reshape(-1, shape.context(), shape.heads());
    INDArray gradient = dPattern.array().reshape(-1, shape.context(), shape.heads());
    INDArray mean = Nd4jRows.repeated(weights.mul(gradient).sum(true, 1), weights);
    INDArray d = gradient.sub(mean).muli(weights).muli(shape.scoreScale());
    Nd4jRows.scatterAdd(d.reshape('c', keyRows.size(), shape.heads()), keyRows, dScores.array());
  }

  @Override
  public void mix(
      AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out) {
    long slots = shape.patternColumns(); // one for each position and head
    INDArray rows =
        Nd4jRows.gathered(tables, keyRows).reshape('c', out.rows(), slots, out.columns());
    INDArray weights = pattern.array().reshape('c', out.rows(), slots, 1);
    out.array().assign(rows.mul(Nd4jRows.repeated(weights, rows)).sum(1));
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
    INDArray rows =
        Nd4jRows.gathered(tables, keyRows).reshape('c', dOut.rows(), slots, dOut.columns());
    INDArray gradient = dOut.array().dup('c').reshape('c', dOut.rows(), 1, dOut.columns());
    INDArray spread = Nd4jRows.repeated(gradient, rows);
    INDArray toPattern = rows.mul(spread).sum(2).reshape('c', dPattern.array().shape());
    dPattern.array().addi(toPattern);
    INDArray weights = pattern.array().reshape('c', dOut.rows(), slots, 1);
    INDArray toRows = spread.mul(Nd4jRows.repeated(weights, rows));
    Nd4jRows.scatterAdd(
        toRows.reshape('c', keyRows.size(), tables.columns()), keyRows, dTables.array());
  }
}
