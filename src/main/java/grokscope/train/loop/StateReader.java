package grokscope.train.loop;

import grokscope.kernel.Matrix;
import grokscope.kernel.StateArchive;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The archived state of a run, read back from a checkpoint. It trusts nothing: names, sizes and
 * numbers are checked. Trainer thread only.
 */
final class StateReader implements StateArchive {
  private final Map<String, String> numbers;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  StateReader(Checkpoint checkpoint) {
    numbers = checkpoint.numbers();
    checkpoint.memories().forEach(tensor -> tensors.put(tensor.name(), tensor));
  }

  @Override
  public void matrices(String name, List<Matrix> matrices) {
    float[] values = tensor(name, StateWriter.shape(matrices)).values();
    int size = matrices.get(0).size();
    for (int i = 0; i < matrices.size(); i++) {
      matrices.get(i).set(Arrays.copyOfRange(values, i * size, (i + 1) * size));
    }
  }

  private Tensor tensor(String name, int[] shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw missing(name);
    }
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw new IllegalArgumentException(
          "the checkpoint's "
              + name
              + " has the shape "
              + Arrays.toString(tensor.shape())
              + ", but this run's has "
              + Arrays.toString(shape));
    }
    return tensor;
  }

  @Override
  public long whole(String name, long value) {
    try {
      return Long.parseLong(number(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the checkpoint's " + name + " is not a whole number", e);
    }
  }

  @Override
  public double real(String name, double value) {
    try {
      return Double.parseDouble(number(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the checkpoint's " + name + " is not a number", e);
    }
  }

  private String number(String name) {
    String number = numbers.get(name);
    if (number == null) {
      throw missing(name);
    }
    return number;
  }

  /** As many examples as there are, and none of a larger number than the largest. */
  @Override
  public int[] examples(String name, int[] values) {
    float[] floats = tensor(name, new int[] {values.length}).values();
    int[] sorted = values.clone();
    int[] given = new int[floats.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = (int) floats[i];
    }
    int[] sortedGiven = given.clone();
    Arrays.sort(sorted);
    Arrays.sort(sortedGiven);
    if (!Arrays.equals(sorted, sortedGiven)) {
      throw new IllegalArgumentException(
          "the checkpoint's " + name + " belongs to examples that this run does not have");
    }
    return given;
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("the checkpoint has no " + name + ", which this run needs");
  }
}
