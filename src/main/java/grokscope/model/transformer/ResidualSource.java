package grokscope.model.transformer;

import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What writes the residual stream that a block reads: the embeddings, or the block below. */
interface ResidualSource extends AutoCloseable {
  /**
   * The stream of each example of a batch.
   *
   * @param random where dropout draws; without: nothing is left out
   */
  Matrix forward(SequenceBatch batch, @Nullable RandomGenerator random);

  /**
   * Adds the gradients of this and of all below it.
   *
   * @param dStream gradient of the stream; overwritten
   */
  void backward(SequenceBatch batch, Matrix dStream);

  @Override
  void close();
}
