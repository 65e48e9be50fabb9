package grokscope.task;

/**
 * The sizes of a task, known before its table is made. Immutable, any thread.
 *
 * @param numbers how many tokens stand for values: 0 … numbers − 1
 * @param vocabulary all tokens, the marks such as "=" after the numbers
 * @param operands how many positions hold values, from the first
 * @param context positions of a sequence; the first one after the operands holds the first mark,
 *     and so on
 * @param examples rows of the table
 */
public record TaskShape(int numbers, int vocabulary, int operands, int context, int examples) {
  /** Whether every sequence ends in the same mark. */
  public boolean endsInMark() {
    return context > operands;
  }
}
