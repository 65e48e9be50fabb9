package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Indices;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What the residual stream starts as: the embedding of a token plus what tells its position. Read
 * by all lanes; each adds to gradients of its own.
 */
final class Embeddings implements AutoCloseable {
  private final TransformerWeights weights;
  private final @Nullable Matrix waves; // sinusoidal positions, [context, d_model]

  Embeddings(TransformerShape shape, TransformerWeights weights, Backend backend) {
    this.weights = weights;
    boolean sinusoidal = shape.form().positions() == TransformerForm.Positions.SINUSOIDAL;
    waves = sinusoidal ? waves(shape, backend) : null;
  }

  private static Matrix waves(TransformerShape shape, Backend backend) {
    Matrix rows = backend.zeros(shape.context(), shape.width());
    rows.set(SinusoidalPositions.rows(shape.context(), shape.width()));
    return rows;
  }

  /** Writes the stream of some tokens at some positions, [tokens, d_model]. */
  void write(Kernels kernels, Indices tokens, Indices positions, Matrix stream) {
    kernels.gather(weights.embed.value(), tokens, stream, false);
    if (weights.positions != null) {
      kernels.gather(weights.positions.value(), positions, stream, true);
    }
    if (waves != null) {
      kernels.gather(waves, positions, stream, true);
    }
  }

  /** Takes the gradient of such a stream to a lane's gradients. */
  void back(Kernels kernels, Indices tokens, Indices positions, Matrix dStream, int lane) {
    kernels.scatterAdd(dStream, tokens, weights.embed.gradient(lane));
    if (weights.positions != null) {
      kernels.scatterAdd(dStream, positions, weights.positions.gradient(lane));
    }
  }

  @Override
  public void close() {
    if (waves != null) {
      waves.close();
    }
  }
}
