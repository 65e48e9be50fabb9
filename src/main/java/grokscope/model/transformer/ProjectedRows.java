package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.List;

/**
 * All that the examples of a {@link OneBlockTransformer} read; or the gradients of it. Shared while
 * it is read; as gradients it is one lane's.
 *
 * @param scores of the only query with each row's key, before scaling, [rows, heads]
 * @param hidden image of each row's value, per head, in the MLP's pre-activations: x·W_V·W_O·W_in,
 *     [rows, heads·d_mlp]. The first head's rows also hold what every example has there; an
 *     example's weights for a head sum to 1, so it gets that once
 * @param logits the same in the logits: x·W_V·W_O·W_U, [rows, heads·classes]
 * @param neurons image of each neuron in the logits: W_out·W_U, [d_mlp, classes]
 */
record ProjectedRows(Matrix scores, Matrix hidden, Matrix logits, Matrix neurons)
    implements AutoCloseable {

  static ProjectedRows zeros(Backend backend, TransformerShape shape, int rows) {
    int classes = shape.outputs();
    return new ProjectedRows(
        backend.zeros(rows, shape.heads()),
        backend.zeros(rows, shape.heads() * shape.mlpWidth()),
        backend.zeros(rows, shape.heads() * classes),
        backend.zeros(shape.mlpWidth(), classes));
  }

  List<Matrix> all() {
    return List.of(scores, hidden, logits, neurons);
  }

  void clear(Kernels kernels) {
    kernels.elements().zero(scores);
    kernels.elements().zero(hidden);
    kernels.elements().zero(logits);
    kernels.elements().zero(neurons);
  }

  @Override
  public void close() {
    all().forEach(Matrix::close);
  }
}
