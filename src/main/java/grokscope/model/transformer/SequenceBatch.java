package grokscope.model.transformer;

import grokscope.kernel.AttentionQueries;
import grokscope.kernel.Indices;
import grokscope.model.Answers;
import grokscope.model.Batch;
import grokscope.task.Examples;

/**
 * Examples as sequences of tokens, for a first block that reads rows of a {@link TokenTable} or a
 * stream of each example. Filled by the trainer thread, read by one lane.
 */
final class SequenceBatch implements Batch {
  private final TransformerShape shape;
  private final TokenTable table;
  private final Answers answers;
  private final Indices tokens; // of every position, [size · context]
  private final Indices positions; // 0, 1, … context − 1, 0, 1, …
  private final Indices tableRows; // of every position
  private final Indices own; // 0, 1, …: a block's own rows
  private final Indices answered; // the answered positions among all, [answers]
  private final Indices answeredRows; // the same as rows of the table
  private final AttentionQueries everywhere; // own rows of a block that asks at every position
  private final AttentionQueries everyRow; // the same as rows of the table
  private final AttentionQueries last; // own rows of a block that asks where it is answered
  private final AttentionQueries lastRows; // the same as rows of the table

  /**
   * A batch.
   *
   * @param answersEach how many answers each example gives
   */
  SequenceBatch(TransformerShape shape, TokenTable table, int size, int answersEach) {
    this.shape = shape;
    this.table = table;
    int context = shape.context();
    answers = new Answers(size, answersEach);
    tokens = new Indices(size * context);
    positions = new Indices(size * context);
    tableRows = new Indices(size * context);
    own = Indices.firstRows(size * context);
    answered = new Indices(size * answersEach);
    answeredRows = new Indices(size * answersEach);
    boolean causal = shape.form().causal();
    everywhere = AttentionQueries.everywhere(own, context, causal);
    everyRow = AttentionQueries.everywhere(tableRows, context, causal);
    Indices ownAnswers = Indices.firstRows(size * answersEach);
    last = AttentionQueries.at(ownAnswers, size, context, causal);
    lastRows = AttentionQueries.at(answeredRows, size, context, causal);
    for (int i = 0; i < positions.size(); i++) {
      positions.set(i, i % context);
    }
  }

  @Override
  public void fill(Examples examples, int[] ids, int from) {
    answers.fill(examples, ids, from);
    int context = shape.context();
    for (int i = 0; i < size(); i++) {
      int example = ids[from + i];
      for (int position = 0; position < context; position++) {
        int token = examples.token(example, position);
        tokens.set(i * context + position, token);
        if (shape.tabled()) {
          tableRows.set(i * context + position, table.row(position, token));
        }
      }
      for (int n = 0; n < answers.perExample(); n++) {
        // Without the mark that a table ends in, the last of the numbers answers.
        int position = Math.min(examples.position(example, n), context - 1);
        int query = last.index(i, n);
        answered.set(query, i * context + position);
        answeredRows.set(query, tableRows.at(i * context + position));
        last.ask(i, n, position);
        lastRows.ask(i, n, position);
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

  /** Where an example is answered first. */
  int answeredPosition(int example) {
    return last.positions(example)[0];
  }

  /** The token at every position of every example. */
  Indices tokens() {
    return tokens;
  }

  /** The position of each of those. */
  Indices positions() {
    return positions;
  }

  /** The rows of keys and values in a block: of the token table, or the block's own. */
  Indices keys(int layer) {
    return shape.streams(layer) ? own : tableRows;
  }

  /** The queries of a block, among the rows of the token table or the block's own. */
  AttentionQueries asking(int layer) {
    if (shape.isLast(layer)) {
      return shape.streams(layer) ? last : lastRows;
    }
    return shape.streams(layer) ? everywhere : everyRow;
  }

  /** The answered positions among all positions of the batch, in the order of the answers. */
  Indices answered() {
    return answered;
  }
}
