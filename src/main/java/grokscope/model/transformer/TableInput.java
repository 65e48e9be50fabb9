package grokscope.model.transformer;

import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The first block reads rows of the {@link TokenTable}, shared by all lanes. */
record TableInput(TableRows table, TableRows tableGradient, Kernels kernels) implements BlockInput {

  @Override
  public void read(SequenceBatch batch, @Nullable RandomGenerator random) {
    // EmbeddedTable.prepare has filled the table.
  }

  @Override
  public void clearGradients() {
    tableGradient.clear(kernels);
  }

  @Override
  public void residual(SequenceBatch batch, Matrix into) {
    kernels.gather(table.stream(), batch.asking(0).rows(), into, false);
  }

  @Override
  public Projections values() {
    return table.made();
  }

  @Override
  public Projections gradients() {
    return tableGradient.made();
  }

  @Override
  public void back(SequenceBatch batch, Matrix dResidual) {
    kernels.scatterAdd(dResidual, batch.asking(0).rows(), tableGradient.stream());
    // EmbeddedTable.finish takes the table's gradient further.
  }

  @Override
  public void close() {
    // Both belong to the network.
  }
}
