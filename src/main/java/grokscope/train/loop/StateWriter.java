package grokscope.train.loop;

import grokscope.kernel.Matrix;
import grokscope.kernel.StateArchive;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of the archived state of a run, as a checkpoint has them. Trainer thread only. */
final class StateWriter implements StateArchive {
  /** Up to here every whole number is a float. */
  static final int LARGEST_EXAMPLE = 1 << 24;

  private final Map<String, String> numbers = new LinkedHashMap<>();
  private final List<Tensor> tensors = new ArrayList<>();

  @Override
  public void matrices(String name, List<Matrix> matrices) {
    Matrix first = matrices.get(0);
    int size = first.size();
    float[] values = new float[Math.multiplyExact(matrices.size(), size)];
    for (int i = 0; i < matrices.size(); i++) {
      for (int row = 0; row < first.rows(); row++) {
        int at = i * size + row * first.columns();
        matrices.get(i).copyRow(row, values, at, first.columns());
      }
    }
    tensors.add(new Tensor(name, shape(matrices), values));
  }

  /** How long the tensor of these matrices is in each dimension. */
  static int[] shape(List<Matrix> matrices) {
    Matrix first = matrices.get(0);
    return matrices.size() == 1
        ? new int[] {first.rows(), first.columns()}
        : new int[] {matrices.size(), first.rows(), first.columns()};
  }

  @Override
  public long whole(String name, long value) {
    numbers.put(name, Long.toString(value));
    return value;
  }

  @Override
  public double real(String name, double value) {
    numbers.put(name, Double.toString(value)); // the digits from which the same double is read
    return value;
  }

  @Override
  public int[] examples(String name, int[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] > LARGEST_EXAMPLE) {
        throw new IllegalArgumentException(
            "example " + values[i] + " has no number that a checkpoint can hold");
      }
      floats[i] = values[i];
    }
    tensors.add(new Tensor(name, new int[] {values.length}, floats));
    return values;
  }

  /** All numbers so far, in words. */
  Map<String, String> numbers() {
    return numbers;
  }

  /** All tensors so far. */
  List<Tensor> tensors() {
    return tensors;
  }
}
