package grokscope.measure;

/** The squares of the singular values of a matrix, by the smaller of its two Gram matrices. */
final class GramMatrix {
  private GramMatrix() {}

  /**
   * The squared singular values, rising; rounding may leave a tiny negative one.
   *
   * @param values rows × columns values, row after row
   */
  static double[] squaredSingularValues(double[] values, int rows, int columns) {
    double[][] gram =
        rows < columns ? byRows(values, rows, columns) : byColumns(values, rows, columns);
    return new SymmetricMatrix(gram).eigenvalues();
  }

  private static double[][] byRows(double[] values, int rows, int columns) {
    double[][] gram = new double[rows][rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
          sum += values[i * columns + c] * values[j * columns + c];
        }
        gram[i][j] = sum;
        gram[j][i] = sum;
      }
    }
    return gram;
  }

  private static double[][] byColumns(double[] values, int rows, int columns) {
    double[][] gram = new double[columns][columns];
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      for (int i = 0; i < columns; i++) {
        double factor = values[from + i];
        double[] to = gram[i];
        for (int j = 0; j <= i; j++) {
          to[j] += factor * values[from + j];
        }
      }
    }
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }
}
