package grokscope.model;

import grokscope.kernel.Indices;
import grokscope.task.Examples;

/** Examples as rows of a {@link TokenTable}. Filled by the trainer thread, read by one lane. */
final class SequenceBatch implements Batch {
  private final TransformerShape shape;
  private final TokenTable table;
  private final Answers answers;
  private final Indices keys; // every position's row, [size · context]
  private final Indices firstQueries; // the rows that ask in the first block
  private final Indices own; // 0, 1, …: a block's own rows, [size · context]
  private final Indices ownLast; // the same for a block that asks at the last position, [size]
  private final Indices lastPositions; // the last position of each example, [size]

  SequenceBatch(TransformerShape shape, TokenTable table, int size) {
    this.shape = shape;
    this.table = table;
    int context = shape.context();
    answers = new Answers(size, 1);
    keys = new Indices(size * context);
    firstQueries = shape.isLast(0) ? new Indices(size) : keys;
    own = Indices.firstRows(size * context);
    ownLast = Indices.firstRows(size);
    lastPositions = new Indices(size);
    for (int i = 0; i < size; i++) {
      lastPositions.set(i, i * context + context - 1);
    }
  }

  @Override
  public void fill(Examples examples, int[] ids, int from) {
    answers.fill(examples, ids, from);
    int context = shape.context();
    for (int i = 0; i < size(); i++) {
      int example = ids[from + i];
      for (int position = 0; position < context; position++) {
        int row = table.row(position, examples.token(example, position));
        keys.set(i * context + position, row);
        if (firstQueries != keys && position == context - 1) {
          firstQueries.set(i, row);
        }
      }
    }
  }

  @Override
  public int size() {
    return answers.size();
  }

  @Override
  public Answers answers() {
    return answers;
  }

  /** The rows of keys and values in a block. */
  Indices keys(int layer) {
    return layer == 0 ? keys : own;
  }

  /** Every row of a block, in order. */
  Indices own() {
    return own;
  }

  /** The rows of queries in a block: of the token table in the first, else the block's own. */
  Indices queries(int layer) {
    if (layer == 0) {
      return firstQueries;
    }
    return shape.isLast(layer) ? ownLast : own;
  }

  /** The row of each example's last position among all positions of the batch. */
  Indices lastPositions() {
    return lastPositions;
  }
}
