package grokscope.kernel;

/** Squared distances of outputs from rows of real numbers, on the host. One thread. */
final class CpuDistances {
  private final HostBlock outputs = new HostBlock();
  private final HostBlock values = new HostBlock();

  /** See {@link Kernels#squaredDistance}. */
  void of(
      Matrix from,
      Matrix to,
      int[] rows,
      double tolerance,
      double scale,
      Matrix gradient,
      LossSum sum) {
    int columns = from.columns();
    float[] z = outputs.load(from);
    float[] v = values.load(to);
    double factor = 2 * scale / columns;
    double loss = 0;
    int hits = 0;
    for (int i = 0; i < rows.length; i++) {
      int own = rows[i] * columns;
      double distance = distance(z, i * columns, v, own, columns);
      loss += distance / columns;
      boolean right =
          tolerance > 0
              ? distance / columns < tolerance
              : nearest(z, i * columns, v, to.size(), columns, distance);
      hits += right ? 1 : 0;
      for (int j = 0; gradient != null && j < columns; j++) {
        double error = (double) z[i * columns + j] - v[own + j];
        z[i * columns + j] = (float) (factor * error);
      }
    }
    if (gradient != null) {
      outputs.store(gradient, 0, rows.length * columns);
    }
    sum.add(loss, hits, rows.length);
  }

  private static boolean nearest(
      float[] z, int from, float[] v, int size, int columns, double distance) {
    for (int row = 0; row < size; row += columns) {
      if (distance(z, from, v, row, columns) < distance) {
        return false;
      }
    }
    return true;
  }

  private static double distance(float[] z, int i, float[] v, int k, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      double error = (double) z[i + j] - v[k + j];
      sum += error * error;
    }
    return sum;
  }
}
