package grokscope.task;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table of examples and their answers. Nobody writes to it after construction; any thread may
 * read.
 */
public final class Examples {
  private static final int[] NO_TOKENS = {};
  private static final float[] NO_FEATURES = {};

  private final TaskShape shape;
  private final int[] tokens;
  private final float[] features;
  private final int @Nullable [] positions; // [examples, all answers]; without: the last position
  private final int[] answers; // [examples, all answers]
  private final @Nullable Values values; // without: answers are classes

  private Examples(
      TaskShape shape,
      int[] tokens,
      float[] features,
      int @Nullable [] positions,
      int[] answers,
      @Nullable Values values) {
    int perExample = shape.allAnswers();
    if (answers.length % perExample != 0
        || tokens.length != answers.length / perExample * shape.context()
        || features.length != answers.length / perExample * shape.features()
        || (positions == null ? perExample != 1 : positions.length != answers.length)
        || shape.valued() != (values != null)) {
      throw new IllegalArgumentException("the table does not have the sizes of " + shape);
    }
    this.shape = shape;
    this.tokens = tokens;
    this.features = features;
    this.positions = positions;
    this.answers = answers;
    this.values = values;
  }

  /**
   * Sequences that are answered at their last position.
   *
   * @param tokens {@code examples · context} tokens, row by row; not copied
   * @param answers one number per example; not copied
   */
  public Examples(TaskShape shape, int[] tokens, int[] answers) {
    this(shape, tokens, NO_FEATURES, null, answers, null);
  }

  /**
   * Sequences that are answered at several positions, the same number in each.
   *
   * @param tokens {@code examples · context} tokens, row by row; not copied
   * @param positions row by row, where each answer is given: first those that are trained, then
   *     those that are watched, each in ascending order; not copied
   * @param answers as many; not copied
   */
  public static Examples ofSequences(
      TaskShape shape, int[] tokens, int[] positions, int[] answers) {
    return new Examples(shape, tokens, NO_FEATURES, positions, answers, null);
  }

  /**
   * Rows of real numbers with a class as the answer.
   *
   * @param features {@code examples · features} numbers, row by row; not copied
   * @param answers one class per example; not copied
   */
  public static Examples ofFeatures(TaskShape shape, float[] features, int[] answers) {
    return new Examples(shape, NO_TOKENS, features, null, answers, null);
  }

  /** The same examples, answered with the rows of values that their answers number. */
  public Examples answeredBy(Values rows) {
    return new Examples(
        shape.answeredByValues(rows.columns()), tokens, features, positions, answers, rows);
  }

  /** The sizes. The table may have another number of rows: as many as a {@link Source} draws. */
  public TaskShape shape() {
    return shape;
  }

  /** The number of examples. */
  public int size() {
    return answers.length / shape.allAnswers();
  }

  /** The token of an example at a position. */
  public int token(int example, int position) {
    return tokens[example * shape.context() + position];
  }

  /** Copies the real numbers of an example. */
  public void copyFeatures(int example, float[] to, int at) {
    System.arraycopy(features, example * shape.features(), to, at, shape.features());
  }

  /** Where an example is answered for the n-th time. */
  public int position(int example, int n) {
    return positions == null ? shape.context() - 1 : positions[example * shape.allAnswers() + n];
  }

  /** The n-th answer of an example. */
  public int answer(int example, int n) {
    return answers[example * shape.allAnswers() + n];
  }

  /** The answer of an example, the first if there are several. */
  public int answer(int example) {
    return answer(example, 0);
  }

  /** What the answers stand for, unless they are classes. */
  public @Nullable Values values() {
    return values;
  }

  /** A copy of all answers. */
  int[] answers() {
    return Arrays.copyOf(answers, answers.length);
  }

  /** The same examples with other answers, which are not copied. */
  Examples withAnswers(int[] others) {
    return new Examples(shape, tokens, features, positions, others, values);
  }
}
