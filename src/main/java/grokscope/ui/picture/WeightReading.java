package grokscope.ui.picture;

import grokscope.telemetry.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Weights as a matrix. Immutable, any thread.
 *
 * @param tensor the weights; more than two dimensions are laid out as rows of the last
 */
record WeightReading(Tensor tensor) {
  /** What counts as hardly any weight, as a share of the largest. */
  static final double SMALL = 0.01;

  /** The name with the lengths: "embed.W_E 59 × 128". */
  static String title(Tensor tensor) {
    return tensor.name()
        + "  "
        + Arrays.stream(tensor.shape())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" × "));
  }

  int columns() {
    int[] shape = tensor.shape();
    return shape.length == 0 ? 1 : shape[shape.length - 1];
  }

  int rows() {
    return tensor.values().length / columns();
  }

  float at(int row, int column) {
    return tensor.values()[row * columns() + column];
  }

  /** How many values are not numbers; nothing below counts them. */
  int broken() {
    return tensor.broken();
  }

  /** The largest absolute value. */
  double largest() {
    double largest = 0;
    for (float value : tensor.values()) {
      largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    return largest;
  }

  /** The sum of the squares of all values. */
  double squares() {
    double sum = 0;
    for (float value : tensor.values()) {
      sum += Float.isFinite(value) ? (double) value * value : 0;
    }
    return sum;
  }

  /** The share of values that are smaller than a hundredth of the largest. */
  double smallShare() {
    double bound = SMALL * largest();
    long small = 0;
    for (float value : tensor.values()) {
      small += Math.abs(value) < bound ? 1 : 0;
    }
    return small / (double) (tensor.values().length - broken());
  }
}
