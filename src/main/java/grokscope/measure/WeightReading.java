package grokscope.measure;

import grokscope.telemetry.Tensor;

/**
 * Weights as a matrix. Immutable, any thread.
 *
 * @param tensor the weights; more than two dimensions are laid out as rows of the last
 */
public record WeightReading(Tensor tensor) {
  /** What counts as hardly any weight, as a share of the largest. */
  public static final double SMALL = 0.01;

  public int columns() {
    int[] shape = tensor.shape();
    return shape.length == 0 ? 1 : shape[shape.length - 1];
  }

  public int rows() {
    return tensor.values().length / columns();
  }

  public float at(int row, int column) {
    return tensor.values()[row * columns() + column];
  }

  /** How many values are not numbers; nothing below counts them. */
  public int broken() {
    return tensor.broken();
  }

  /** The largest absolute value. */
  public double largest() {
    double largest = 0;
    for (float value : tensor.values()) {
      largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    return largest;
  }

  /** The sum of the squares of all values. */
  public double squares() {
    double sum = 0;
    for (float value : tensor.values()) {
      sum += Float.isFinite(value) ? (double) value * value : 0;
    }
    return sum;
  }

  /** The share of values that are smaller than a hundredth of the largest. */
  public double smallShare() {
    double bound = SMALL * largest();
    long small = 0;
    for (float value : tensor.values()) {
      small += Math.abs(value) < bound ? 1 : 0;
    }
    return small / (double) (tensor.values().length - broken());
  }
}
