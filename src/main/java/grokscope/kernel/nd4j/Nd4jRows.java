package grokscope.kernel.nd4j;

import grokscope.kernel.Indices;
import grokscope.kernel.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Look-ups in tables, and repeated rows, in plain ND4J operations. Stateless, any thread. */
final class Nd4jRows {
  private Nd4jRows() {}

  /** The chosen rows of a table, [rows, columns]. */
  static INDArray gathered(Matrix table, Indices rows) {
    DataType type = table.array().dataType();
    INDArray out = Nd4j.create(type, new long[] {rows.size(), table.columns()}, 'c');
    return Nd4j.gemm(rows.oneHot(table.rows(), type), table.array(), out, false, false, 1, 0);
  }

  /** Adds values to the chosen rows of a table. */
  static void scatterAdd(INDArray values, Indices rows, INDArray table) {
    INDArray oneHot = rows.oneHot((int) table.size(0), table.dataType());
    Nd4j.gemm(oneHot, values, table, true, false, 1, 1);
  }

  /** An array with a dimension of 1 stretched to the shape of another. */
  static INDArray repeated(INDArray keptDims, INDArray like) {
    return keptDims.broadcast(Nd4j.create(like.dataType(), like.shape()));
  }
}
