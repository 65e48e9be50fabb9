package grokscope.model;

import grokscope.kernel.Matrix;

/**
 * Where a block's residual rows, queries, keys and values come from, and where their gradients go.
 * One lane's thread.
 */
interface Attended extends AutoCloseable {
  /**
   * Takes the stream that the block reads, and makes queries, keys and values of it.
   *
   * @param stream the previous block's output, [batch·context, d_model]; null for the first block
   */
  void read(SequenceBatch batch, Matrix stream);

  /** Rows of the residual stream at the block's queries, written to a matrix of that size. */
  void residual(SequenceBatch batch, Matrix into);

  /** Queries, keys and values; x is what they were made of. */
  Projections values();

  /** Where the gradients of queries, keys and values are added; starts at zero. */
  Projections gradients();

  /**
   * Takes the gradients to the stream that was read.
   *
   * @param dResidual gradient of what {@link #residual} wrote
   * @return the gradient of the stream, null for the first block
   */
  Matrix back(SequenceBatch batch, Matrix dResidual);

  @Override
  void close();
}
