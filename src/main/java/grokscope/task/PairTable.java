package grokscope.task;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The table of a binary operation: pairs (x, y) of numbers as sequences "x y =", x by x. Stateless,
 * any thread.
 */
final class PairTable {
  private static final int POSITIONS = 3; // x y =

  private PairTable() {}

  /** The sizes of a table of this many pairs. */
  static TaskShape shape(int numbers, int pairs) {
    return TaskShape.ofTokens(numbers, numbers + 1, 2, POSITIONS, pairs);
  }

  /**
   * Makes the table.
   *
   * @param firstY the smallest y that an x is paired with; the largest is numbers − 1
   * @param operation the answer to a pair; asked once for each, in the order of the table
   * @throws IllegalArgumentException if the shape was made for another number of pairs
   */
  static Examples of(TaskShape shape, IntUnaryOperator firstY, IntBinaryOperator operation) {
    int numbers = shape.numbers();
    int pairs = IntStream.range(0, numbers).map(x -> numbers - firstY.applyAsInt(x)).sum();
    if (pairs != shape.examples()) {
      throw new IllegalArgumentException(
          "the shape is of " + shape.examples() + " pairs, but there are " + pairs);
    }
    int[] tokens = new int[pairs * POSITIONS];
    int[] answers = new int[pairs];
    int row = 0;
    for (int x = 0; x < numbers; x++) {
      for (int y = firstY.applyAsInt(x); y < numbers; y++) {
        tokens[row * POSITIONS] = x;
        tokens[row * POSITIONS + 1] = y;
        tokens[row * POSITIONS + 2] = numbers; // "="
        answers[row++] = operation.applyAsInt(x, y);
      }
    }
    return new Examples(shape, tokens, answers);
  }
}
