package grokscope.task;

/**
 * What answers stand for when they are real vectors: answer i is row i. Several examples may share
 * a row. Nobody writes to it after construction; any thread may read.
 *
 * @param rows row by row
 * @param columns numbers of a row
 * @param tolerance an output is right when its mean squared error is below this; 0 when it is right
 *     if no other row is nearer
 */
// A plain array on purpose: one is made per run, and nothing compares them.
@SuppressWarnings("ArrayRecordComponent")
public record Values(double[] rows, int columns, double tolerance) {
  /** How many rows there are. */
  public int count() {
    return rows.length / columns;
  }
}
