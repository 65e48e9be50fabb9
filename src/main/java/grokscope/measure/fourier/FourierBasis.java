package grokscope.measure.fourier;

import java.util.Arrays;

/**
 * The real Fourier basis on {0 … p−1} for odd p, as rows of an orthogonal matrix F: the constant
 * 1/√p, then for k = 1 … (p−1)/2 the rows √(2/p)·cos(2πkx/p) and √(2/p)·sin(2πkx/p). The
 * frequencies k and p−k are the same, so none above (p−1)/2 occurs. Nanda et al. 2023 (arXiv
 * 2301.05217). Immutable, any thread.
 */
public final class FourierBasis {
  private final int p;
  private final double[] rows;

  /**
   * The basis of a modulus.
   *
   * @throws IllegalArgumentException when it is even or below 3
   */
  public FourierBasis(int p) {
    if (p < 3 || p % 2 == 0) {
      throw new IllegalArgumentException("the modulus is " + p + "; it must be odd and at least 3");
    }
    this.p = p;
    this.rows = new double[p * p];
    double scale = Math.sqrt(2.0 / p);
    for (int x = 0; x < p; x++) {
      rows[x] = 1 / Math.sqrt(p);
    }
    for (int k = 1; k <= frequencies(); k++) {
      for (int x = 0; x < p; x++) {
        rows[cosineRow(k) * p + x] = scale * Math.cos(angle(k, x));
        rows[sineRow(k) * p + x] = scale * Math.sin(angle(k, x));
      }
    }
  }

  /** The modulus. */
  public int p() {
    return p;
  }

  /** How many frequencies there are beside the constant: (p−1)/2. */
  public int frequencies() {
    return (p - 1) / 2;
  }

  /** The value of a row of F at a number. */
  public double at(int row, int x) {
    return rows[row * p + x];
  }

  /** Which row of F is the cosine of a frequency. */
  public static int cosineRow(int frequency) {
    return 2 * frequency - 1;
  }

  /** Which row of F is the sine of a frequency. */
  public static int sineRow(int frequency) {
    return 2 * frequency;
  }

  /** 2πkx/p, with the product reduced first so that no accuracy is lost. */
  double angle(int frequency, int x) {
    return 2 * Math.PI * Math.floorMod((long) frequency * x, (long) p) / p;
  }

  /**
   * F·E: the transform of every column.
   *
   * @param table E, p rows, any number of columns
   * @return p × columns values, row after row
   */
  public double[] transform(Table table) {
    table.require(p, "a transform modulo " + p);
    double[] values = new double[table.values().length];
    Arrays.setAll(values, i -> table.values()[i]);
    return timesRows(values, table.columns());
  }

  /**
   * F·G·Fᵀ: the transform of a function of pairs in both numbers.
   *
   * @param map G, p × p values, the first number's rows
   * @return p × p coefficients; the row belongs to the first number
   */
  public double[] transformPairs(double[] map) {
    if (map.length != p * p) {
      throw new IllegalArgumentException(p * p + " values expected, not " + map.length);
    }
    double[] half = timesRows(transposed(map), p);
    return timesRows(transposed(half), p);
  }

  private double[] transposed(double[] square) {
    double[] turned = new double[p * p];
    for (int row = 0; row < p; row++) {
      for (int column = 0; column < p; column++) {
        turned[column * p + row] = square[row * p + column];
      }
    }
    return turned;
  }

  /** F·V for p rows V of any number of columns. */
  double[] timesRows(double[] values, int columns) {
    double[] result = new double[p * columns];
    for (int row = 0; row < p; row++) {
      int to = row * columns;
      for (int x = 0; x < p; x++) {
        double factor = at(row, x);
        int from = x * columns;
        for (int column = 0; column < columns; column++) {
          result[to + column] += factor * values[from + column];
        }
      }
    }
    return result;
  }
}
