package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One lane's residual streams before the first block, for networks whose examples do not share a
 * {@link TokenTable}. That lane's thread only.
 */
final class EmbeddingPass implements ResidualSource {
  private final Embeddings embeddings;
  private final Kernels kernels;
  private final int lane;
  private final Matrix streams; // [capacity·context, d_model]
  private final @Nullable DropoutPass dropout;

  EmbeddingPass(
      TransformerShape shape, Embeddings embeddings, Backend backend, int lane, int capacity) {
    this.embeddings = embeddings;
    this.kernels = backend.kernels(lane);
    this.lane = lane;
    int rows = capacity * shape.context();
    streams = backend.zeros(rows, shape.width());
    dropout = DropoutPass.of(shape, backend, lane, rows);
  }

  /** The streams of a batch, [size·context, d_model]. */
  @Override
  public Matrix forward(SequenceBatch batch, @Nullable RandomGenerator random) {
    Matrix stream = streams.firstRows(batch.tokens().size());
    embeddings.write(kernels, batch.tokens(), batch.positions(), stream);
    if (dropout != null) {
      dropout.forward(stream, random);
    }
    return stream;
  }

  /** Takes the gradient of the streams, which is overwritten, to the embeddings. */
  @Override
  public void backward(SequenceBatch batch, Matrix dStream) {
    Matrix gradient = dropout == null ? dStream : dropout.back(dStream, dStream);
    embeddings.back(kernels, batch.tokens(), batch.positions(), gradient, lane);
  }

  @Override
  public void close() {
    streams.close();
    if (dropout != null) {
      dropout.close();
    }
  }
}
