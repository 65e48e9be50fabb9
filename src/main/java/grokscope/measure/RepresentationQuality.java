package grokscope.measure;

/**
 * How many of the possible parallelograms an embedding of numbers has. Two different pairs (i, j)
 * and (m, n) of numbers with the same sum make a possible one; it is there when ‖(E_i+E_j) −
 * (E_m+E_n)‖ ≤ δ. Liu et al. 2022 (arXiv 2205.10343), where δ is 0.01 for embeddings of a scale of
 * 1; here δ is relative to the root mean square distance of the rows from their centre.
 *
 * @param possible parallelograms that the sums allow
 * @param found those that are there
 */
public record RepresentationQuality(long possible, long found) {
  /** The tolerance of the paper. */
  public static final double USUAL_TOLERANCE = 0.01;

  /** The index: found / possible. */
  public double index() {
    return (double) found / possible;
  }

  /**
   * Counts parallelograms of whole numbers, i + j = m + n.
   *
   * @param embedding rows × columns values, a row for each number
   * @param columns the width of the embedding
   * @param tolerance δ, relative to the scale of the embedding
   */
  public static RepresentationQuality ofNumbers(float[] embedding, int columns, double tolerance) {
    return count(embedding, columns, tolerance, 2 * (embedding.length / columns));
  }

  /** The same modulo the number of rows, i + j ≡ m + n. */
  public static RepresentationQuality ofResidues(float[] embedding, int columns, double tolerance) {
    return count(embedding, columns, tolerance, embedding.length / columns);
  }

  private static RepresentationQuality count(
      float[] embedding, int columns, double tolerance, int modulus) {
    int rows = embedding.length / columns;
    double limit = tolerance * tolerance * meanSquareDistance(embedding, columns);
    long possible = 0;
    long found = 0;
    double[][] sums = new double[rows][columns];
    for (int sum = 0; sum < modulus; sum++) {
      int pairs = 0;
      for (int i = 0; i < rows; i++) {
        int j = Math.floorMod(sum - i, modulus);
        if (i <= j && j < rows) {
          for (int c = 0; c < columns; c++) {
            sums[pairs][c] = (double) embedding[i * columns + c] + embedding[j * columns + c];
          }
          pairs++;
        }
      }
      possible += pairs * (pairs - 1L) / 2;
      found += closePairs(sums, pairs, limit);
    }
    return new RepresentationQuality(possible, found);
  }

  private static long closePairs(double[][] sums, int count, double limit) {
    long close = 0;
    for (int first = 0; first < count; first++) {
      for (int second = 0; second < first; second++) {
        close += within(sums[first], sums[second], limit) ? 1 : 0;
      }
    }
    return close;
  }

  /** Stops as soon as the distance is too great, which is soon for most. */
  private static boolean within(double[] a, double[] b, double limit) {
    double square = 0;
    for (int c = 0; c < a.length; c++) {
      square += (a[c] - b[c]) * (a[c] - b[c]);
      if (square > limit) {
        return false;
      }
    }
    return true;
  }

  private static double meanSquareDistance(float[] embedding, int columns) {
    int rows = embedding.length / columns;
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      double mean = 0;
      for (int i = column; i < embedding.length; i += columns) {
        mean += (double) embedding[i] / rows;
      }
      for (int i = column; i < embedding.length; i += columns) {
        sum += (embedding[i] - mean) * (embedding[i] - mean) / rows;
      }
    }
    return sum;
  }
}
