package grokscope.task;

/**
 * A table of sequences with one answer each. Nobody writes to it after construction; any thread may
 * read.
 */
public final class Examples {
  private final TaskShape shape;
  private final int[] tokens;
  private final int[] answers;

  /**
   * A table.
   *
   * @param tokens {@code examples · context} tokens, row by row; not copied
   * @param answers one number per example; not copied
   */
  public Examples(TaskShape shape, int[] tokens, int[] answers) {
    if (tokens.length != shape.examples() * shape.context() || answers.length != shape.examples()) {
      throw new IllegalArgumentException("the table does not have the sizes of " + shape);
    }
    this.shape = shape;
    this.tokens = tokens;
    this.answers = answers;
  }

  /** The sizes. */
  public TaskShape shape() {
    return shape;
  }

  /** The number of examples. */
  public int size() {
    return answers.length;
  }

  /** The token of an example at a position. */
  public int token(int example, int position) {
    return tokens[example * shape.context() + position];
  }

  /** The answer of an example. */
  public int answer(int example) {
    return answers[example];
  }

  /** A copy of all answers. */
  int[] answers() {
    return answers.clone();
  }

  /** The same sequences with other answers, which are not copied. */
  Examples withAnswers(int[] others) {
    return new Examples(shape, tokens, others);
  }
}
