package grokscope.model.transformer;

import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where a block's residual rows, queries, keys and values come from, and where their gradients go.
 * One lane's thread.
 */
interface BlockInput extends AutoCloseable {
  /**
   * Brings a batch as far as the block, and makes queries, keys and values of it.
   *
   * @param random where dropout below it draws; without: nothing is left out
   */
  void read(SequenceBatch batch, @Nullable RandomGenerator random);

  /** Sets what it has of gradients to zero, beside those of the parameters. */
  void clearGradients();

  /** Rows of the residual stream at the block's queries, written to a matrix of that size. */
  void residual(SequenceBatch batch, Matrix into);

  /** Queries, keys and values; x is what they were made of. */
  Projections values();

  /** Where the gradients of queries, keys and values are added; of streams they start at zero. */
  Projections gradients();

  /**
   * Takes the gradients to what was read, and further down.
   *
   * @param dResidual gradient of what {@link #residual} wrote
   */
  void back(SequenceBatch batch, Matrix dResidual);

  @Override
  void close();
}
