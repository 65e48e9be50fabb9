package grokscope.measure;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * How many linear regions of a network meet around a point: for each layer, the number of neurons
 * whose pre-activation changes sign among the vertices x ± r·v of a cross-polytope with random
 * orthonormal directions v. Humayun et al. 2024 (arXiv 2402.15555). One thread.
 */
public final class LocalComplexity {
  private final Function<double[], double[][]> preActivations;
  private final double radius;
  private final int directions;
  private final RandomGenerator random;

  /**
   * A measure of one network.
   *
   * @param preActivations from an input to the pre-activations of each layer; for tokens, from the
   *     sum of their embeddings
   * @param radius r, usually 0.005 to 0.05 of the scale of the inputs
   * @param directions how many, usually 25; more than the input's dimensions count as that many
   * @param random draws the directions anew for every point
   */
  public LocalComplexity(
      Function<double[], double[][]> preActivations,
      double radius,
      int directions,
      RandomGenerator random) {
    this.preActivations = preActivations;
    this.radius = radius;
    this.directions = directions;
    this.random = random;
  }

  /**
   * The mean count over points.
   *
   * @param points at least one, all of the same dimension
   * @return a mean for each layer
   */
  public double[] mean(double[][] points) {
    double[] mean = null;
    for (double[] point : points) {
      int[] counts = at(point);
      mean = mean == null ? new double[counts.length] : mean;
      for (int layer = 0; layer < mean.length; layer++) {
        mean[layer] += (double) counts[layer] / points.length;
      }
    }
    if (mean == null) {
      throw new IllegalArgumentException("no points to average over");
    }
    return mean;
  }

  /** The count at one point, for each layer. */
  int[] at(double[] point) {
    double[][] frame = frame(point.length);
    double[][] first = null;
    boolean[][] changes = null;
    for (int vertex = 0; vertex < 2 * frame.length; vertex++) {
      double[] direction = frame[vertex / 2];
      double side = vertex % 2 == 0 ? radius : -radius;
      double[] moved = new double[point.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = point[i] + side * direction[i];
      }
      double[][] now = preActivations.apply(moved);
      if (first == null || changes == null) {
        first = now;
        changes = new boolean[now.length][];
        for (int layer = 0; layer < now.length; layer++) {
          changes[layer] = new boolean[now[layer].length];
        }
      }
      mark(first, now, changes);
    }
    return changes == null ? new int[0] : counts(changes);
  }

  private static void mark(double[][] first, double[][] now, boolean[][] changes) {
    for (int layer = 0; layer < now.length; layer++) {
      for (int neuron = 0; neuron < now[layer].length; neuron++) {
        changes[layer][neuron] |= now[layer][neuron] > 0 != first[layer][neuron] > 0;
      }
    }
  }

  private static int[] counts(boolean[][] changes) {
    int[] counts = new int[changes.length];
    for (int layer = 0; layer < counts.length; layer++) {
      for (boolean change : changes[layer]) {
        counts[layer] += change ? 1 : 0;
      }
    }
    return counts;
  }

  /** Random orthonormal vectors, by Gram-Schmidt. */
  public double[][] frame(int dimension) {
    double[][] frame = new double[Math.min(directions, dimension)][dimension];
    for (int n = 0; n < frame.length; n++) {
      double[] vector = frame[n];
      for (int i = 0; i < dimension; i++) {
        vector[i] = random.nextGaussian();
      }
      // Twice, because once leaves what rounding brings back.
      for (int earlier = 0; earlier < 2 * n; earlier++) {
        subtract(vector, frame[earlier % n], dot(vector, frame[earlier % n]));
      }
      double length = Math.sqrt(dot(vector, vector));
      for (int i = 0; i < dimension; i++) {
        vector[i] /= length;
      }
    }
    return frame;
  }

  private static void subtract(double[] from, double[] what, double factor) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
