package grokscope.model.transformer;

import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;

/** The first block reads rows of the {@link TokenTable}, shared by all lanes. */
record TableInput(TableRows table, TableRows tableGradient, Kernels kernels) implements BlockInput {

  @Override
  public void read(SequenceBatch batch, Matrix stream) {
    // EmbeddedTable.prepare has filled the table.
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
  public Matrix back(SequenceBatch batch, Matrix dResidual) {
    kernels.scatterAdd(dResidual, batch.asking(0).rows(), tableGradient.stream());
    return null; // EmbeddedTable.finish takes the table's gradient further
  }

  @Override
  public void close() {
    // Both belong to the network.
  }
}
