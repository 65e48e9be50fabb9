package grokscope.train.look;

import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of weights of which some are not numbers, or infinite. Immutable, any thread.
 *
 * @param name of the array
 * @param nan how many are not numbers
 * @param infinite how many are infinite
 * @param size how many weights it has
 * @param first where the first of both is: an index for each dimension, from 0
 */
public record BrokenArray(String name, int nan, int infinite, int size, List<Integer> first) {
  public BrokenArray {
    first = List.copyOf(first);
  }

  /** Those among arrays. */
  public static List<BrokenArray> among(List<Tensor> tensors) {
    List<BrokenArray> broken = new ArrayList<>();
    for (Tensor tensor : tensors) {
      int nan = 0;
      int infinite = 0;
      int first = -1;
      for (int i = 0; i < tensor.values().length; i++) {
        if (!Float.isFinite(tensor.values()[i])) {
          nan += Float.isNaN(tensor.values()[i]) ? 1 : 0;
          infinite += Float.isNaN(tensor.values()[i]) ? 0 : 1;
          first = first < 0 ? i : first;
        }
      }
      if (first >= 0) {
        broken.add(
            new BrokenArray(
                tensor.name(),
                nan,
                infinite,
                tensor.values().length,
                index(first, tensor.shape())));
      }
    }
    return broken;
  }

  private static List<Integer> index(int at, int[] shape) {
    List<Integer> index = new ArrayList<>();
    int rest = at;
    for (int dimension = shape.length - 1; dimension >= 0; dimension--) {
      index.add(0, rest % shape[dimension]);
      rest /= shape[dimension];
    }
    return index;
  }

  /** How many are not finite numbers. */
  public int broken() {
    return nan + infinite;
  }
}
