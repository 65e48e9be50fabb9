package grokscope.train.look;

import grokscope.kernel.Matrix;
import grokscope.measure.fourier.Table;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import java.util.stream.Stream;

/** Copies of weights by what they are in their network. Trainer thread only. */
final class WeightTables {
  private final Parameters parameters;

  WeightTables(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The embedding, a row for each token; where every operand has one, these side by side. */
  Table embedding() {
    return Table.beside(all(Part.EMBEDDING).map(WeightTables::rows).toList());
  }

  /**
   * From the last hidden layer's neurons to the logits, a row for each class and a column for each
   * neuron: the product of all matrices between them. Layer norms between them are left out, and a
   * factor of all logits too.
   */
  Table logitMap() {
    Table unembedding =
        all(Part.UNEMBEDDING)
            .findFirst()
            .map(WeightTables::rows)
            .map(Table::transposed)
            .orElseGet(this::embedding); // tied
    return all(Part.MLP_OUT)
        .reduce((earlier, later) -> later)
        .map(out -> unembedding.times(rows(out).transposed()))
        .orElse(unembedding);
  }

  private Stream<Matrix> all(Part part) {
    return parameters.list().stream()
        .filter(parameter -> parameter.part() == part)
        .map(Parameter::value);
  }

  private static Table rows(Matrix matrix) {
    float[] values = new float[matrix.size()];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.copyRow(row, values, row * matrix.columns(), matrix.columns());
    }
    return new Table(matrix.rows(), matrix.columns(), values);
  }
}
