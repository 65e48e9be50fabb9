package grokscope.kernel.cpu;

import grokscope.kernel.Activation;
import grokscope.kernel.ActivationKernels;
import grokscope.kernel.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Biases and non-linearities on the host, in blocks of whole rows that fit the processor's cache.
 * One thread.
 */
final class CpuBiases implements ActivationKernels {
  private static final int BLOCK = 8192;

  private final HeapBlock first = new HeapBlock();
  private final HeapBlock second = new HeapBlock();
  private final HeapBlock biases = new HeapBlock();
  private final ColumnSums columnSums = new ColumnSums();
  private final CpuActivation activation = new CpuActivation();

  private static int rowsPerBlock(int columns) {
    return Math.max(1, BLOCK / columns);
  }

  @Override
  public void biasActivate(Matrix x, @Nullable Matrix bias, Activation f, Matrix y) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    float[] b = bias == null ? null : biases.tiled(bias, perBlock);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int start = row * columns;
      int length = Math.min(perBlock, x.rows() - row) * columns;
      float[] in = first.load(x, start, length);
      if (b != null) {
        HeapBlock.addTo(b, in, length);
        first.store(x, start, length);
      }
      activation.forward(f, in, second.sized(length), length);
      second.store(y, start, length);
    }
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, @Nullable Matrix dBias) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    if (dBias != null) {
      columnSums.clear(perBlock * columns);
    }
    for (int row = 0; row < x.rows(); row += perBlock) {
      int start = row * columns;
      int length = Math.min(perBlock, x.rows() - row) * columns;
      float[] in = first.load(x, start, length);
      float[] d = second.load(dy, start, length);
      activation.backward(f, in, d, length);
      second.store(dy, start, length);
      if (dBias != null) {
        columnSums.add(d, length);
      }
    }
    if (dBias != null) {
      columnSums.foldInto(dBias, perBlock);
    }
  }

  @Override
  public void addBias(Matrix x, Matrix bias) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    float[] b = biases.tiled(bias, perBlock);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int length = Math.min(perBlock, x.rows() - row) * columns;
      HeapBlock.addTo(b, first.load(x, row * columns, length), length);
      first.store(x, row * columns, length);
    }
  }

  @Override
  public void addColumnSums(Matrix x, Matrix sums) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    columnSums.clear(perBlock * columns);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int length = Math.min(perBlock, x.rows() - row) * columns;
      columnSums.add(second.load(x, row * columns, length), length);
    }
    columnSums.foldInto(sums, perBlock);
  }
}
