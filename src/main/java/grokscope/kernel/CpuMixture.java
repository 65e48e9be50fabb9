package grokscope.kernel;

import java.util.IdentityHashMap;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Sums of table rows weighted by attention, on the host. The rows of all heads at one position lie
 * side by side, so each position of an example is a small matrix times a vector, straight on the
 * tables' memory. One thread.
 */
final class CpuMixture {
  private static final int ROW_MAJOR = 101;
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;

  // A pointer of our own into each matrix, to be moved; other threads read the same tables.
  private final IdentityHashMap<Matrix, FloatPointer> pointers = new IdentityHashMap<>();

  void forward(AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out) {
    FloatPointer weights = pointer(pattern);
    FloatPointer rows = pointer(tables);
    FloatPointer sums = pointer(out);
    int heads = shape.heads();
    int columns = out.columns();
    int[] row = keyRows.rows();
    for (int i = 0; i < out.rows(); i++) {
      sums.position((long) i * columns);
      for (int j = 0; j < shape.context(); j++) {
        int at = i * shape.context() + j;
        rows.position((long) row[at] * heads * columns);
        weights.position((long) at * heads);
        float keep = j == 0 ? 0 : 1;
        openblas_nolapack.cblas_sgemv(
            ROW_MAJOR, TRANSPOSED, heads, columns, 1, rows, columns, weights, 1, keep, sums, 1);
      }
    }
  }

  void backward(
      AttentionShape shape,
      Matrix pattern,
      Indices keyRows,
      Matrix tables,
      Matrix dOut,
      Matrix dPattern,
      Matrix dTables) {
    FloatPointer weights = pointer(pattern);
    FloatPointer dWeights = pointer(dPattern);
    FloatPointer rows = pointer(tables);
    FloatPointer dRows = pointer(dTables);
    FloatPointer gradient = pointer(dOut);
    int heads = shape.heads();
    int columns = dOut.columns();
    int[] row = keyRows.rows();
    for (int i = 0; i < dOut.rows(); i++) {
      gradient.position((long) i * columns);
      for (int j = 0; j < shape.context(); j++) {
        int at = i * shape.context() + j;
        rows.position((long) row[at] * heads * columns);
        dRows.position(rows.position());
        weights.position((long) at * heads);
        dWeights.position(weights.position());
        openblas_nolapack.cblas_sgemv(
            ROW_MAJOR, AS_IS, heads, columns, 1, rows, columns, gradient, 1, 1, dWeights, 1);
        openblas_nolapack.cblas_sger(
            ROW_MAJOR, heads, columns, 1, weights, 1, gradient, 1, dRows, columns);
      }
    }
  }

  private FloatPointer pointer(Matrix matrix) {
    FloatPointer known = pointers.get(matrix);
    if (known == null) {
      known = new FloatPointer(matrix.pointer());
      pointers.put(matrix, known);
    }
    return known;
  }
}
