package grokscope.telemetry.snapshot;

/**
 * A network's answers to every pair (a, b), in the order a·side + b. Nobody writes to the array
 * after construction; any thread may read.
 *
 * @param side how many values an operand has
 * @param example the row of the task's table of each pair; −1 where the table has no such pair
 * @param answers an entry for each pair
 */
// A plain array on purpose: it is large, and nothing compares grids.
@SuppressWarnings("ArrayRecordComponent")
public record AnswerGrid(int side, int[] example, AnswerSet answers) {
  /** Whether there is a pair (a, b). */
  public boolean has(int a, int b) {
    return example[index(a, b)] >= 0;
  }

  /** Where the arrays hold the pair (a, b). */
  public int index(int a, int b) {
    return a * side + b;
  }
}
