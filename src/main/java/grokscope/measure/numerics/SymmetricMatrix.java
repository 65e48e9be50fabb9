package grokscope.measure.numerics;

import grokscope.kernel.cpu.GramMatrix;
import java.util.Arrays;

/**
 * The eigenvalues of a symmetric matrix, without vectors: Householder reflections to three
 * diagonals, then bisection with Sturm's count, which cannot fail to converge, however many
 * eigenvalues are 0. Golub and Van Loan, "Matrix Computations", sections 8.3 and 8.4. Why not by
 * LAPACK: decision 5. One use, one thread.
 */
public final class SymmetricMatrix {
  private final int n;
  private final double[][] rows;
  private final double[] diagonal;
  private final double[] beside; // the squares of the entries beside the diagonal
  private double negligible; // squares of a column's length that are rounding
  private double bound; // no eigenvalue is greater, in either direction

  /**
   * Takes a matrix.
   *
   * @param rows all entries; overwritten
   */
  SymmetricMatrix(double[][] rows) {
    this.rows = rows;
    n = rows.length;
    diagonal = new double[n];
    beside = new double[Math.max(0, n - 1)];
  }

  /**
   * The squared singular values of a matrix, rising; rounding may leave a tiny negative one.
   *
   * @param values rows × columns values, row after row
   */
  public static double[] squaredSingularValues(double[] values, int rows, int columns) {
    return new SymmetricMatrix(GramMatrix.of(values, rows, columns)).eigenvalues();
  }

  /** The eigenvalues, rising, exact to rounding of the greatest of them. */
  double[] eigenvalues() {
    double[] reflection = new double[n];
    double[] change = new double[n];
    for (double[] row : rows) {
      negligible += dot(row, row, 0) * Math.ulp(1.0) * Math.ulp(1.0);
    }
    for (int k = 0; k < n; k++) {
      diagonal[k] = rows[k][k];
      if (k < n - 1) {
        beside[k] = reflect(k, reflection, change);
      }
    }
    bound = bound();
    double[] values = new double[n];
    Arrays.setAll(values, this::bisect);
    return values;
  }

  /** Clears a column below the entry beside the diagonal, and returns that entry's square. */
  private double reflect(int k, double[] v, double[] change) {
    double square = 0;
    for (int i = k + 1; i < n; i++) {
      v[i] = rows[i][k];
      square += v[i] * v[i];
    }
    if (square <= negligible) {
      return 0;
    }
    double first = v[k + 1];
    if (square == first * first) {
      return square;
    }
    v[k + 1] += Math.copySign(Math.sqrt(square), first);
    double factor = 2 / (square - first * first + v[k + 1] * v[k + 1]);
    double overlap = 0;
    for (int i = k + 1; i < n; i++) {
      change[i] = factor * dot(rows[i], v, k + 1);
      overlap += change[i] * v[i];
    }
    for (int i = k + 1; i < n; i++) {
      change[i] -= factor / 2 * overlap * v[i];
    }
    for (int i = k + 1; i < n; i++) {
      double[] row = rows[i];
      double along = v[i];
      double across = change[i];
      for (int j = k + 1; j < n; j++) {
        row[j] -= along * change[j] + across * v[j];
      }
    }
    return square;
  }

  /** Four sums side by side: one alone waits for itself. */
  private double dot(double[] a, double[] b, int from) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = from;
    for (; i + 3 < n; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      first += a[i] * b[i];
    }
    return first + second + (third + fourth);
  }

  /** By Gershgorin. */
  private double bound() {
    double greatest = 0;
    for (int i = 0; i < n; i++) {
      double radius =
          (i > 0 ? Math.sqrt(beside[i - 1]) : 0) + (i < n - 1 ? Math.sqrt(beside[i]) : 0);
      greatest = Math.max(greatest, Math.abs(diagonal[i]) + radius);
    }
    return greatest;
  }

  /** The eigenvalue that this many others are below. */
  private double bisect(int below) {
    double low = -bound;
    double high = bound;
    double close = bound * Math.ulp(1.0);
    while (high - low > close) {
      double middle = (low + high) / 2;
      if (countBelow(middle) > below) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  private int countBelow(double value) {
    double smallest = bound * Double.MIN_NORMAL + Double.MIN_NORMAL;
    int count = 0;
    double pivot = 1;
    for (int i = 0; i < n; i++) {
      pivot = diagonal[i] - value - (i > 0 ? beside[i - 1] / pivot : 0);
      if (Math.abs(pivot) < smallest) {
        pivot = -smallest;
      }
      count += pivot < 0 ? 1 : 0;
    }
    return count;
  }
}
