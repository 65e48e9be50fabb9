package grokscope.kernel.cpu;

import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The smaller of a matrix's products with itself, A·Aᵀ or Aᵀ·A, in double precision by OpenBLAS on
 * the host. Both have the squares of A's singular values as eigenvalues, beside zeros. Stateless;
 * trainer thread only.
 */
public final class GramMatrix {
  private static final int ROW_MAJOR = 101; // CBLAS's constants
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;
  private static final int LOWER = 122;

  private GramMatrix() {}

  /**
   * All entries, n × n where n is the smaller of rows and columns.
   *
   * @param values rows × columns values of A, row after row
   */
  public static double[][] of(double[] values, int rows, int columns) {
    int n = Math.min(rows, columns);
    double[] lower = new double[n * n];
    if (n > 0) {
      multiply(values, rows, columns, lower);
    }
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = lower[i * n + j];
        gram[j][i] = lower[i * n + j];
      }
    }
    return gram;
  }

  /** On one thread, so that the sums do not depend on how many a backend lets OpenBLAS have. */
  private static void multiply(double[] values, int rows, int columns, double[] lower) {
    int threads = openblas_nolapack.blas_get_num_threads();
    openblas_nolapack.blas_set_num_threads(1);
    boolean byRows = rows < columns;
    int n = Math.min(rows, columns);
    openblas_nolapack.cblas_dsyrk(
        ROW_MAJOR,
        LOWER,
        byRows ? AS_IS : TRANSPOSED,
        n,
        Math.max(rows, columns),
        1,
        values,
        columns,
        0,
        lower,
        n);
    openblas_nolapack.blas_set_num_threads(threads);
  }
}
