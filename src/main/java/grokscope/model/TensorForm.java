package grokscope.model;

import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.util.List;

/**
 * Weights in the names and shapes of TransformerLens, and back: queries, keys and values are
 * [heads, d_model, d_head] there, attention outputs [heads, d_head, d_model], and biases have one
 * dimension. Here a head owns columns of W_Q, W_K and W_V, and rows of W_O. Trainer thread only.
 *
 * @param heads of every attention; 0 for a network without
 */
public record TensorForm(int heads) {
  /** Copies of all parameters, in their order. */
  public List<Tensor> copy(Parameters parameters) {
    return parameters.list().stream().map(this::tensor).toList();
  }

  private Tensor tensor(Parameter parameter) {
    float[] rows = new float[parameter.value().size()];
    int columns = parameter.value().columns();
    for (int row = 0; row < parameter.value().rows(); row++) {
      parameter.value().copyRow(row, rows, row * columns, columns);
    }
    int[] shape = shape(parameter);
    return new Tensor(
        parameter.name(),
        parameter.part(),
        shape,
        ownsColumns(parameter) ? byHeads(rows, columns, true) : rows);
  }

  /** The shape of a parameter's tensor. */
  public int[] shape(Parameter parameter) {
    int rows = parameter.value().rows();
    int columns = parameter.value().columns();
    if (ownsColumns(parameter)) {
      return new int[] {heads, rows, columns / heads};
    }
    if (heads > 0 && parameter.part() == Part.ATTENTION_OUT) {
      return new int[] {heads, rows / heads, columns};
    }
    return rows == 1 ? new int[] {columns} : new int[] {rows, columns};
  }

  /**
   * Overwrites a parameter.
   *
   * @param tensor of its {@link #shape}
   */
  public void write(Tensor tensor, Parameter parameter) {
    int columns = parameter.value().columns();
    parameter
        .value()
        .set(
            ownsColumns(parameter)
                ? byHeads(tensor.values(), columns, false)
                : tensor.values().clone());
  }

  private boolean ownsColumns(Parameter parameter) {
    return heads > 0
        && switch (parameter.part()) {
          case QUERY, KEY, VALUE -> true;
          default -> false;
        };
  }

  /** From [rows, heads·width] to [heads, rows, width], or back. */
  private float[] byHeads(float[] values, int columns, boolean apart) {
    float[] moved = new float[values.length];
    int width = columns / heads;
    int rows = values.length / columns;
    for (int row = 0; row < rows; row++) {
      for (int head = 0; head < heads; head++) {
        int together = row * columns + head * width;
        int alone = (head * rows + row) * width;
        System.arraycopy(values, apart ? together : alone, moved, apart ? alone : together, width);
      }
    }
    return moved;
  }
}
