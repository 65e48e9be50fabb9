package grokscope.kernel;

import java.util.IdentityHashMap;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Sums of table rows weighted by attention, on the host. The rows of all heads at one position lie
 * side by side, so each position of an example is a small matrix times a vector, straight on the
 * tables' memory; and examples in a row that share a row of the table (the mark of all of them, the
 * first operand when they are sorted) are taken together. One thread.
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
    int slots = shape.patternColumns();
    int columns = out.columns();
    for (int j = 0; j < shape.context(); j++) {
      float keep = j == 0 ? 0 : 1;
      int run;
      for (int i = 0; i < out.rows(); i += run) {
        run = run(shape, keyRows, i, j, out.rows());
        rows.position(row(shape, keyRows, i, j) * heads * columns);
        weights.position((long) i * slots + (long) j * heads);
        sums.position((long) i * columns);
        if (run == 1) {
          openblas_nolapack.cblas_sgemv(
              ROW_MAJOR, TRANSPOSED, heads, columns, 1, rows, columns, weights, 1, keep, sums, 1);
        } else {
          openblas_nolapack.cblas_sgemm(
              ROW_MAJOR, AS_IS, AS_IS, run, columns, heads, 1, weights, slots, rows, columns, keep,
              sums, columns);
        }
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
    FloatPointer dSums = pointer(dOut);
    int heads = shape.heads();
    int slots = shape.patternColumns();
    int columns = dOut.columns();
    for (int j = 0; j < shape.context(); j++) {
      int run;
      for (int i = 0; i < dOut.rows(); i += run) {
        run = run(shape, keyRows, i, j, dOut.rows());
        rows.position(row(shape, keyRows, i, j) * heads * columns);
        dRows.position(rows.position());
        weights.position((long) i * slots + (long) j * heads);
        dWeights.position(weights.position());
        dSums.position((long) i * columns);
        if (run == 1) {
          openblas_nolapack.cblas_sgemv(
              ROW_MAJOR, AS_IS, heads, columns, 1, rows, columns, dSums, 1, 1, dWeights, 1);
          openblas_nolapack.cblas_sger(
              ROW_MAJOR, heads, columns, 1, weights, 1, dSums, 1, dRows, columns);
        } else {
          openblas_nolapack.cblas_sgemm(
              ROW_MAJOR,
              AS_IS,
              TRANSPOSED,
              run,
              heads,
              columns,
              1,
              dSums,
              columns,
              rows,
              columns,
              1,
              dWeights,
              slots);
          openblas_nolapack.cblas_sgemm(
              ROW_MAJOR,
              TRANSPOSED,
              AS_IS,
              heads,
              columns,
              run,
              1,
              weights,
              slots,
              dSums,
              columns,
              1,
              dRows,
              columns);
        }
      }
    }
  }

  /** How many examples in a row, from i, have the same row at position j; at least 1. */
  private static int run(AttentionShape shape, Indices keyRows, int i, int j, int examples) {
    long row = row(shape, keyRows, i, j);
    int end = i + 1;
    while (end < examples && row(shape, keyRows, end, j) == row) {
      end++;
    }
    return end - i;
  }

  private static long row(AttentionShape shape, Indices keyRows, int i, int j) {
    return keyRows.rows()[i * shape.context() + j];
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
