package grokscope.kernel;

import java.util.List;

/**
 * The state that a run takes from one program to the next. Its owner names it here, with its
 * present value, and continues with the value that comes back: while a checkpoint is made that is
 * the same value, and while a run is resumed it is the one from the checkpoint. So there is one
 * list for both ways. Trainer thread only.
 *
 * <p>While a run is resumed, every method throws {@code IllegalArgumentException}, with a sentence,
 * where the checkpoint has no such part or one of another size.
 */
public interface StateArchive {
  /** Matrices of one shape, whose values are read, or overwritten. */
  void matrices(String name, List<Matrix> matrices);

  /** A whole number. */
  long whole(String name, long value);

  /** A real number, to the last bit. */
  double real(String name, double value);

  /** Numbers of examples, each from 0 up to 2²⁴; the array that is given is not kept. */
  int[] examples(String name, int[] values);

  /** A matrix, whose values are read, or overwritten. */
  default void matrix(String name, Matrix matrix) {
    matrices(name, List.of(matrix));
  }

  /** A whole number that is small. */
  default int count(String name, int value) {
    return Math.toIntExact(whole(name, value));
  }

  /** A yes or no. */
  default boolean flag(String name, boolean value) {
    return whole(name, value ? 1 : 0) != 0;
  }

  /** A stream of random numbers, which continues where it was. */
  default void stream(String name, RandomStream stream) {
    stream.continueFrom(
        whole(name + ".state", stream.state()), whole(name + ".gamma", stream.gamma()));
  }
}
