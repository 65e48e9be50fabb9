package grokscope.run.weights;

import grokscope.telemetry.Tensor;
import java.util.Arrays;

/** Rearranges arrays; every result is a new one under the name of the first. Stateless. */
final class Turned {
  private Turned() {}

  /** With its last two dimensions exchanged. */
  static Tensor transposed(Tensor tensor) {
    int[] shape = tensor.shape().clone();
    int columns = shape[shape.length - 1];
    int rows = shape[shape.length - 2];
    shape[shape.length - 1] = rows;
    shape[shape.length - 2] = columns;
    float[] values = tensor.values();
    float[] moved = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int in = i % (rows * columns);
      moved[i - in + in % columns * rows + in / columns] = values[i];
    }
    return new Tensor(tensor.name(), tensor.part(), shape, moved);
  }

  /** The same values in another shape. */
  static Tensor shaped(Tensor tensor, int... shape) {
    return new Tensor(tensor.name(), tensor.part(), shape, tensor.values());
  }

  /** Columns of a matrix, [rows, width] of [heads·width], as one matrix for each head. */
  static Tensor byHeads(Tensor matrix, int heads) {
    int rows = matrix.shape()[0];
    int width = matrix.shape()[1] / heads;
    float[] moved = new float[matrix.values().length];
    for (int row = 0; row < rows; row++) {
      for (int head = 0; head < heads; head++) {
        System.arraycopy(
            matrix.values(),
            (row * heads + head) * width,
            moved,
            (head * rows + row) * width,
            width);
      }
    }
    return new Tensor(matrix.name(), matrix.part(), new int[] {heads, rows, width}, moved);
  }

  /** Some of its outermost rows. */
  static Tensor rows(Tensor tensor, int from, int to) {
    int[] shape = tensor.shape().clone();
    int each = shape[0] == 0 ? 0 : tensor.values().length / shape[0];
    shape[0] = to - from;
    float[] some = Arrays.copyOfRange(tensor.values(), from * each, to * each);
    return new Tensor(tensor.name(), tensor.part(), shape, some);
  }

  /** Both added. */
  static Tensor sum(Tensor one, Tensor other) {
    float[] values = one.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += other.values()[i];
    }
    return new Tensor(one.name(), one.part(), one.shape(), values);
  }

  /** A row times a matrix whose last dimension is the columns and whose others are the rows. */
  static Tensor product(Tensor row, Tensor matrix) {
    int columns = matrix.shape()[matrix.shape().length - 1];
    double[] sums = new double[columns];
    for (int i = 0; i < row.values().length; i++) {
      for (int j = 0; j < columns; j++) {
        sums[j] += (double) row.values()[i] * matrix.values()[i * columns + j];
      }
    }
    float[] values = new float[columns];
    for (int j = 0; j < columns; j++) {
      values[j] = (float) sums[j];
    }
    return new Tensor(row.name(), row.part(), new int[] {columns}, values);
  }

  /** Nothing but zeros. */
  static Tensor zeros(String name, int length) {
    return new Tensor(name, new int[] {length}, new float[length]);
  }

  /** Whether all its values are zero. */
  static boolean isZero(Tensor tensor) {
    for (float value : tensor.values()) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** The size of its largest value. */
  static double largest(Tensor tensor) {
    double largest = 0;
    for (float value : tensor.values()) {
      largest = Math.max(largest, Float.isNaN(value) ? Double.POSITIVE_INFINITY : Math.abs(value));
    }
    return largest;
  }

  /** Whether two arrays hold the same, or one the other's transpose, and that is no chance. */
  static boolean copies(Tensor one, Tensor other) {
    boolean same =
        Arrays.equals(one.shape(), other.shape()) && Arrays.equals(one.values(), other.values());
    return (same && varies(one)) || transposes(one, other);
  }

  /** Whether of two matrices one is the other's transpose, and that is no chance. */
  static boolean transposes(Tensor one, Tensor other) {
    return one.shape().length == 2
        && other.shape().length == 2
        && one.shape()[0] == other.shape()[1]
        && one.shape()[1] == other.shape()[0]
        && varies(one)
        && Arrays.equals(transposed(one).values(), other.values());
  }

  /** Two arrays of nothing but zeros, ones or NaN are alike without being copies. */
  private static boolean varies(Tensor tensor) {
    float[] values = tensor.values();
    for (float value : values) {
      if (Float.compare(value, values[0]) != 0) {
        return true;
      }
    }
    return false;
  }
}
