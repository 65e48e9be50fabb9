package grokscope.model;

import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;

/** The first block reads rows of the {@link TokenTable}, shared by all lanes. */
record TableAttended(TableRows table, TableRows tableGradient, Kernels kernels)
    implements Attended {

  @Override
  public void read(SequenceBatch batch, Matrix stream) {
    // Transformer.prepare has filled the table.
  }

  @Override
  public void residual(SequenceBatch batch, Matrix into) {
    kernels.gather(table.stream(), batch.queries(0), into, false);
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
    kernels.scatterAdd(dResidual, batch.queries(0), tableGradient.stream());
    return null; // Transformer.finish takes the table's gradient further
  }

  @Override
  public void close() {
    // The table belongs to the network, its gradient to the worker.
  }
}
