package grokscope.kernel;

/**
 * Attention of examples that all ask the same query, as sums of table rows. One thread at a time.
 */
public interface MixtureKernels {
  /**
   * The attention pattern of examples that all ask the same query, at the last position, so that a
   * row of the table has one score for each head: pattern[i, j·heads + h] = softmax over the
   * positions j of scoreScale·scores[keyRows[i·context + j], h].
   *
   * @param scores a score for each row and head, [rows, heads]
   * @param keyRows n·context rows of the table
   * @param pattern [n, context·heads]
   */
  void pattern(AttentionShape shape, Matrix scores, Indices keyRows, Matrix pattern);

  /** The backward pass of {@link #pattern}; adds to dScores at the rows that were read. */
  void patternBackward(
      AttentionShape shape, Matrix pattern, Matrix dPattern, Indices keyRows, Matrix dScores);

  /**
   * out[i] = Σ over the positions j and heads h of pattern[i, j·heads + h] · table h at
   * keyRows[i·context + j]: what the heads bring, or any linear image of it.
   *
   * @param pattern [n, context·heads]
   * @param keyRows n·context rows of the tables
   * @param tables the heads' tables side by side, [rows, heads·columns]
   * @param out [n, columns]
   */
  void mix(AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out);

  /**
   * The backward pass of {@link #mix}; adds to dPattern, and to dTables at the rows that were read.
   *
   * @param dOut [n, columns]
   */
  void mixBackward(
      AttentionShape shape,
      Matrix pattern,
      Indices keyRows,
      Matrix tables,
      Matrix dOut,
      Matrix dPattern,
      Matrix dTables);
}
