package grokscope.model;

import grokscope.kernel.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * A network with hand-written forward and backward passes. Trainer thread only; workers run on
 * their lanes.
 *
 * <p>One gradient is: {@link #prepare}; on every lane {@link Worker#clearGradients}, then forward
 * and backward for each of its batches; {@link #finish}. Then every parameter's gradient is the sum
 * over all batches.
 */
public interface Network extends AutoCloseable {
  /** The trainable matrices. */
  Parameters parameters();

  /** How its parameters are written to files. */
  default TensorForm tensorForm() {
    return new TensorForm(0);
  }

  /**
   * What a number first meets, as of the last {@link #prepare}: a table for all operands, or one
   * for each. Row x belongs to the number x, and rows of marks may follow. Only of a network that
   * reads tokens.
   */
  List<Matrix> numbers();

  /** A copy of what moves the hidden neurons, where inputs can be moved continuously. */
  default Optional<InputSpace> inputSpace() {
    return Optional.empty();
  }

  /** How many classes the logits have. */
  int classes();

  /** Whether something is left out at random while a gradient is taken, but not in evaluations. */
  default boolean hasDropout() {
    return false;
  }

  /**
   * An empty batch. What it allocates outside the heap is freed with the network.
   *
   * @param size how many examples
   * @param answers how many answers each gives, from the first: those that are trained, or all
   */
  Batch batch(int size, int answers);

  /** A worker for a lane, with buffers for batches of this many examples. */
  Worker worker(int lane, int capacity);

  /** Computes what all examples share, from the weights as they are now. */
  void prepare();

  /** Adds up the lanes and takes the gradient through what all examples share. */
  void finish();

  @Override
  void close();
}
