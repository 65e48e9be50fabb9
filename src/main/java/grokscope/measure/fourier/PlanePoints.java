package grokscope.measure.fourier;

import java.util.stream.IntStream;

/**
 * Where each number lies on a plane through the embedding. Nobody writes to the arrays after
 * construction; any thread may read.
 *
 * @param x to the right, in units of the embedding
 * @param y upwards
 * @param share how much of the embedding's variance lies in the plane
 */
// Plain arrays on purpose: nothing compares places.
@SuppressWarnings("ArrayRecordComponent")
public record PlanePoints(double[] x, double[] y, double share) {
  /**
   * On the plane of a frequency: along the directions of its cosine and its sine component. Nanda
   * et al. 2023 (arXiv 2301.05217).
   */
  public static PlanePoints ofFrequency(
      EmbeddingReading reading, FourierBasis basis, int frequency) {
    double[][] rows = reading.centered();
    double[] cosine = component(rows, basis, FourierBasis.cosineRow(frequency));
    double[] sine = component(rows, basis, FourierBasis.sineRow(frequency));
    return new PlanePoints(along(rows, cosine), along(rows, sine), reading.shares()[frequency - 1]);
  }

  /** The direction of a row of F·E, of length 1 unless it is nothing. */
  private static double[] component(double[][] rows, FourierBasis basis, int row) {
    double[] sum = new double[rows[0].length];
    for (int x = 0; x < rows.length; x++) {
      double factor = basis.at(row, x);
      for (int column = 0; column < sum.length; column++) {
        sum[column] += factor * rows[x][column];
      }
    }
    double length = Math.sqrt(dot(sum, sum));
    for (int column = 0; column < sum.length; column++) {
      sum[column] /= length > 0 ? length : 1;
    }
    return sum;
  }

  private static double[] along(double[][] rows, double[] direction) {
    return IntStream.range(0, rows.length).mapToDouble(x -> dot(rows[x], direction)).toArray();
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  public int numbers() {
    return x.length;
  }

  /** How far a number lies from the middle. */
  public double radius(int number) {
    return Math.hypot(x[number], y[number]);
  }

  public double largestRadius() {
    return IntStream.range(0, numbers()).mapToDouble(this::radius).max().orElse(0);
  }

  /**
   * By how much the distances from the middle vary: their standard deviation over their mean; 0 on
   * a circle, about a half for a cloud.
   */
  public double unevenness() {
    double mean = IntStream.range(0, numbers()).mapToDouble(this::radius).average().orElse(0);
    double variance =
        IntStream.range(0, numbers())
            .mapToDouble(number -> radius(number) - mean)
            .map(deviation -> deviation * deviation)
            .average()
            .orElse(0);
    return mean > 0 ? Math.sqrt(variance) / mean : 0;
  }
}
