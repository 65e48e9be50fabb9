package grokscope.measure.fourier;

import java.util.Arrays;
import java.util.Random;

/**
 * The plane of the first two principal components, found by orthogonal iteration (Golub and Van
 * Loan, Matrix Computations, section 7.3). It starts from the plane that it found last, so that the
 * picture of a network that changes slowly does not jump. One thread; needs no toolkit.
 */
public final class PrincipalPlane {
  /** More than two, because what converges slowly beside the second then spoils only the rest. */
  private static final int DIRECTIONS = 6;

  private static final int ROUNDS = 30;

  private double[][] directions = new double[0][0];

  /** Where the numbers lie. */
  public PlanePoints of(EmbeddingReading reading) {
    double[][] rows = reading.centered();
    start(rows[0].length);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < directions.length; i++) {
        directions[i] = timesGram(rows, directions[i]);
      }
      orthonormalize();
    }
    double[] first = along(rows, directions[0]);
    double[] second = directions.length > 1 ? along(rows, directions[1]) : new double[rows.length];
    double all = Arrays.stream(rows).mapToDouble(row -> PlanePoints.dot(row, row)).sum();
    double inPlane = PlanePoints.dot(first, first) + PlanePoints.dot(second, second);
    return new PlanePoints(first, second, all > 0 ? inPlane / all : 0);
  }

  private void start(int width) {
    if (directions.length == Math.min(DIRECTIONS, width) && directions[0].length == width) {
      return;
    }
    Random random = new Random(1);
    directions = new double[Math.min(DIRECTIONS, width)][width];
    for (double[] direction : directions) {
      Arrays.setAll(direction, i -> random.nextGaussian());
    }
    orthonormalize();
  }

  private static double[] timesGram(double[][] rows, double[] direction) {
    double[] product = new double[direction.length];
    for (double[] row : rows) {
      double along = PlanePoints.dot(row, direction);
      for (int i = 0; i < product.length; i++) {
        product[i] += along * row[i];
      }
    }
    return product;
  }

  private static double[] along(double[][] rows, double[] direction) {
    return Arrays.stream(rows).mapToDouble(row -> PlanePoints.dot(row, direction)).toArray();
  }

  /** Gram and Schmidt's way; a direction without any length stays so. */
  private void orthonormalize() {
    for (int i = 0; i < directions.length; i++) {
      double[] direction = directions[i];
      for (int before = 0; before < i; before++) {
        double[] other = directions[before];
        double along = PlanePoints.dot(direction, other);
        Arrays.setAll(direction, n -> direction[n] - along * other[n]);
      }
      double length = Math.sqrt(PlanePoints.dot(direction, direction));
      if (length > 0) {
        Arrays.setAll(direction, n -> direction[n] / length);
      }
    }
  }
}
