package grokscope.model;

import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;

/** The forward and backward pass of one lane, with its buffers. That lane's thread only. */
public interface Worker extends AutoCloseable {
  /** The most examples that a batch of this worker may have. */
  int capacity();

  /** Sets this lane's gradients to zero. */
  void clearGradients();

  /**
   * Computes the logits of a batch. {@link Network#prepare} has been called since the last change
   * of the weights.
   *
   * @return a row for each of the batch's answers, [answers, classes]; overwritten by the next call
   */
  Matrix forward(Batch batch);

  /**
   * As {@link #forward(Batch)}, but for a gradient: what a network leaves out at random while it is
   * trained is left out.
   *
   * @param random where that is drawn
   */
  default Matrix forward(Batch batch, RandomGenerator random) {
    return forward(batch);
  }

  /**
   * Adds the gradient of the batch that went forward last to this lane's gradients.
   *
   * @param dLogits [answers, classes]
   */
  void backward(Batch batch, Matrix dLogits);

  /** What can be seen of the batch, which went forward last. */
  default Activations inside(Batch batch) {
    return Activations.NOTHING;
  }

  @Override
  void close();
}
