package grokscope.model.transformer;

import grokscope.kernel.Indices;
import grokscope.task.TaskShape;

/**
 * Every token at every position as one row: row = position·vocabulary + token. The residual stream
 * starts as one of these few hundred rows, so what the first block needs of it is computed for the
 * rows and not for the examples. When every sequence ends in the same mark, the last position has
 * that one row only. Immutable.
 */
final class TokenTable {
  private final TaskShape task;
  private final int mark; // at the last position; −1 when any token may stand there

  TokenTable(TaskShape task) {
    this.task = task;
    this.mark = task.endsInMark() ? task.numbers() + task.context() - task.operands() - 1 : -1;
  }

  int rows() {
    return mark < 0 ? task.context() * task.vocabulary() : lastPosition() + 1;
  }

  /** The first row of the last position, and its only one when there is a mark. */
  private int lastPosition() {
    return (task.context() - 1) * task.vocabulary();
  }

  int row(int position, int token) {
    if (mark < 0 || position < task.context() - 1) {
      return position * task.vocabulary() + token;
    }
    if (token != mark) {
      throw new IllegalArgumentException(
          "a sequence ends in token " + token + " and not in the mark " + mark);
    }
    return lastPosition();
  }

  Indices tokens() {
    Indices tokens = new Indices(rows());
    for (int row = 0; row < rows(); row++) {
      boolean marked = mark >= 0 && row == lastPosition();
      tokens.set(row, marked ? mark : row % task.vocabulary());
    }
    return tokens;
  }

  Indices positions() {
    Indices positions = new Indices(rows());
    for (int row = 0; row < rows(); row++) {
      positions.set(row, row / task.vocabulary());
    }
    return positions;
  }
}
