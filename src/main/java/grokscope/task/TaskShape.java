package grokscope.task;

/**
 * The sizes of a task, known before its table is made. An example is a sequence of tokens, or a row
 * of real numbers (then there are no tokens); its answers are classes, or vectors of real numbers.
 * Immutable, any thread.
 *
 * @param numbers how many tokens stand for values: 0 … numbers − 1; 0 without tokens
 * @param vocabulary all tokens, the marks such as "=" after the numbers
 * @param operands how many positions hold values, from the first
 * @param context positions of a sequence; the first one after the operands holds the first mark,
 *     and so on
 * @param examples rows of the table
 * @param features real numbers of an example; 0 with tokens
 * @param outputs what a network brings forth at an answered position: a logit for each class, or a
 *     real vector. Over sequences usually one for each token
 * @param answers at how many positions of an example the network is trained to answer
 * @param watched at how many more it is only watched
 * @param valued whether answers are real vectors instead of classes
 * @param fresh whether every step draws new examples; the table is then only tested
 */
public record TaskShape(
    int numbers,
    int vocabulary,
    int operands,
    int context,
    int examples,
    int features,
    int outputs,
    int answers,
    int watched,
    boolean valued,
    boolean fresh) {

  /** Sequences of tokens, answered at the last position with one of the tokens. */
  public static TaskShape ofTokens(
      int numbers, int vocabulary, int operands, int context, int examples) {
    return new TaskShape(
        numbers, vocabulary, operands, context, examples, 0, vocabulary, 1, 0, false, false);
  }

  /** Rows of real numbers, answered with a class. */
  public static TaskShape ofFeatures(int features, int classes, int examples) {
    return new TaskShape(0, 0, 0, 0, examples, features, classes, 1, 0, false, false);
  }

  /** The same with answers at several positions, of which the last ones are only watched. */
  public TaskShape answeredAt(int trainedPositions, int watchedPositions) {
    return with(outputs, trainedPositions, watchedPositions, valued, fresh);
  }

  /** The same with answers that are vectors of this many real numbers. */
  public TaskShape answeredByValues(int columns) {
    return with(columns, answers, watched, true, fresh);
  }

  /** The same with this many logits at an answered position. */
  public TaskShape withOutputs(int classes) {
    return with(classes, answers, watched, valued, fresh);
  }

  /** The same with new examples in every step, or with a table, part of which is trained on. */
  public TaskShape withFreshExamples(boolean drawn) {
    return with(outputs, answers, watched, valued, drawn);
  }

  /**
   * The same sequences without the marks behind their numbers, answered at the last number. Where
   * every token had a logit, every number has one.
   */
  public TaskShape withoutMarks() {
    return new TaskShape(
        numbers,
        numbers,
        operands,
        operands,
        examples,
        features,
        answeredByToken() ? numbers : outputs,
        answers,
        watched,
        valued,
        fresh);
  }

  private TaskShape with(
      int newOutputs, int newAnswers, int newWatched, boolean newValued, boolean newFresh) {
    return new TaskShape(
        numbers,
        vocabulary,
        operands,
        context,
        examples,
        features,
        newOutputs,
        newAnswers,
        newWatched,
        newValued,
        newFresh);
  }

  /** Whether every sequence ends in the same mark. */
  public boolean endsInMark() {
    return context > operands;
  }

  /** Whether an answer has a logit for each token, marks included. */
  public boolean answeredByToken() {
    return hasTokens() && outputs == vocabulary && !valued;
  }

  /** Whether examples are sequences of tokens. */
  public boolean hasTokens() {
    return features == 0;
  }

  /** How many classes there are to answer with: the numbers, or without tokens the outputs. */
  public int classes() {
    return hasTokens() && !valued ? numbers : outputs;
  }

  /** How many positions of a hidden example are answered. */
  public int allAnswers() {
    return answers + watched;
  }
}
