package grokscope.train;

import grokscope.kernel.Matrix;
import grokscope.measure.fourier.Table;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.Optional;

/** Copies of weights by the networks' names for them. Trainer thread only. */
final class WeightTables {
  private static final String EMBEDDING = "embed.W_E";
  private static final String UNEMBEDDING = "unembed.W_U";

  private final Parameters parameters;

  WeightTables(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The embedding: a row for each token. */
  Table embedding() {
    return named(EMBEDDING).map(WeightTables::rows).orElseThrow();
  }

  /**
   * From the last hidden layer's neurons to the logits, a row for each class and a column for each
   * neuron: the product of all matrices between them. Layer norms between them are left out, and a
   * factor of all logits too.
   */
  Table logitMap() {
    Table unembedding =
        named(UNEMBEDDING)
            .map(WeightTables::rows)
            .map(Table::transposed)
            .orElseGet(this::embedding); // tied
    return parameters.list().stream()
        .filter(p -> p.name().equals("output.W") || p.name().endsWith(".mlp.W_out"))
        .reduce((earlier, later) -> later)
        .map(Parameter::value)
        .map(out -> unembedding.times(rows(out).transposed()))
        .orElse(unembedding);
  }

  private Optional<Matrix> named(String name) {
    return parameters.list().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  private static Table rows(Matrix matrix) {
    float[] values = new float[matrix.size()];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.copyRow(row, values, row * matrix.columns(), matrix.columns());
    }
    return new Table(matrix.rows(), matrix.columns(), values);
  }
}
