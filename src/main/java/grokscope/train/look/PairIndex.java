package grokscope.train.look;

import grokscope.task.Examples;
import grokscope.task.TaskShape;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the pairs (a, b) of a task with two operands are in its table. Immutable by convention, any
 * thread.
 *
 * @param side how many values an operand has
 * @param example the row of pair a·side + b; −1 where the table has none
 * @param pair the pair of each row
 */
// Plain arrays on purpose: nothing compares indices.
@SuppressWarnings("ArrayRecordComponent")
record PairIndex(int side, int[] example, int[] pair) {
  /** The index, if the task is a table of pairs that are answered with a class. */
  static Optional<PairIndex> of(Examples examples) {
    TaskShape shape = examples.shape();
    if (!shape.hasTokens() || shape.operands() != 2 || shape.allAnswers() != 1 || shape.valued()) {
      return Optional.empty();
    }
    int side = shape.numbers();
    int[] example = new int[side * side];
    Arrays.fill(example, -1);
    int[] pair = new int[examples.size()];
    for (int row = 0; row < pair.length; row++) {
      pair[row] = examples.token(row, 0) * side + examples.token(row, 1);
      example[pair[row]] = row;
    }
    return Optional.of(new PairIndex(side, example, pair));
  }

  int pairs() {
    return example.length;
  }
}
