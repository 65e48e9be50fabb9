package grokscope.model.transformer;

import grokscope.kernel.Matrix;

/**
 * Where a block's residual rows, queries, keys and values come from, and where their gradients go.
 * One lane's thread.
 */
interface BlockInput extends AutoCloseable {
  /**
   * Takes the stream that the block reads, and makes queries, keys and values of it.
   *
   * @param stream what the block reads, [batch·context, d_model]; null where that is a table
   */
  void read(SequenceBatch batch, Matrix stream);

  /** Rows of the residual stream at the block's queries, written to a matrix of that size. */
  void residual(SequenceBatch batch, Matrix into);

  /** Queries, keys and values; x is what they were made of. */
  Projections values();

  /** Where the gradients of queries, keys and values are added; of streams they start at zero. */
  Projections gradients();

  /**
   * Takes the gradients to the stream that was read.
   *
   * @param dResidual gradient of what {@link #residual} wrote
   * @return the gradient of the stream, null where that is a table
   */
  Matrix back(SequenceBatch batch, Matrix dResidual);

  @Override
  void close();
}
