package grokscope.kernel.cpu;

import grokscope.kernel.Matrix;
import grokscope.kernel.NormKernels;

/**
 * Layer normalisation on the host, in blocks of rows that stay in the processor's cache. One
 * thread.
 */
final class CpuLayerNorm implements NormKernels {
  private static final int BLOCK = 4096;

  private final HeapBlock x = new HeapBlock();
  private final HeapBlock normal = new HeapBlock();
  private final HeapBlock scales = new HeapBlock();
  private final HeapBlock gain = new HeapBlock();
  private final HeapBlock bias = new HeapBlock();
  private final HeapBlock dNormal = new HeapBlock();
  private final ColumnSums dGains = new ColumnSums();
  private final ColumnSums dBiases = new ColumnSums();

  private static int rowsPerBlock(Matrix x) {
    return Math.min(x.rows(), Math.max(1, BLOCK / x.columns()));
  }

  @Override
  public void forward(
      Matrix in, Matrix gains, Matrix biases, Matrix normalOut, Matrix scalesOut, Matrix y) {
    int columns = in.columns();
    int perBlock = rowsPerBlock(in);
    float[] g = gain.tiled(gains, perBlock);
    float[] b = bias.tiled(biases, perBlock);
    for (int row = 0; row < in.rows(); row += perBlock) {
      int rows = Math.min(perBlock, in.rows() - row);
      int start = row * columns;
      int length = rows * columns;
      float[] values = x.load(in, start, length);
      float[] z = normal.sized(length);
      float[] s = scales.sized(rows);
      for (int i = 0; i < rows; i++) {
        s[i] = normalize(values, z, i * columns, columns);
      }
      normal.store(normalOut, start, length);
      scales.store(scalesOut, row, rows);
      for (int i = 0; i < length; i++) {
        values[i] = z[i] * g[i] + b[i];
      }
      x.store(y, start, length);
    }
  }

  /** z = (x − mean)·scale over one row; returns the scale, 1/√(variance + ε). */
  private static float normalize(float[] x, float[] z, int from, int columns) {
    float mean = (float) (FloatSums.of(x, from, columns) / columns);
    for (int i = from; i < from + columns; i++) {
      z[i] = x[i] - mean;
    }
    double variance = FloatSums.ofProducts(z, from, z, from, columns) / columns;
    float scale = (float) (1 / Math.sqrt(variance + EPSILON));
    for (int i = from; i < from + columns; i++) {
      z[i] *= scale;
    }
    return scale;
  }

  @Override
  public void backward(
      Matrix gains,
      Matrix normalIn,
      Matrix scalesIn,
      Matrix dy,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    int columns = dy.columns();
    int perBlock = rowsPerBlock(dy);
    float[] g = gain.tiled(gains, perBlock);
    dGains.clear(perBlock * columns);
    dBiases.clear(perBlock * columns);
    for (int row = 0; row < dy.rows(); row += perBlock) {
      int rows = Math.min(perBlock, dy.rows() - row);
      int start = row * columns;
      int length = rows * columns;
      float[] d = dNormal.load(dy, start, length);
      float[] z = normal.load(normalIn, start, length);
      float[] s = scales.load(scalesIn, row, rows);
      float[] sum = x.load(dx, start, length);
      dGains.addProducts(d, z, length);
      dBiases.add(d, length);
      for (int i = 0; i < length; i++) {
        d[i] *= g[i];
      }
      for (int i = 0; i < rows; i++) {
        addBack(d, z, sum, i * columns, columns, s[i]);
      }
      x.store(dx, start, length);
    }
    dGains.foldInto(dGain, perBlock);
    dBiases.foldInto(dBias, perBlock);
  }

  /** dx += scale·(dz − mean(dz) − z·mean(dz·z)) over one row. */
  private static void addBack(
      float[] dz, float[] z, float[] dx, int from, int columns, float scale) {
    float mean = (float) (FloatSums.of(dz, from, columns) / columns);
    float along = (float) (FloatSums.ofProducts(dz, from, z, from, columns) / columns);
    for (int i = from; i < from + columns; i++) {
      dx[i] += scale * (dz[i] - mean - z[i] * along);
    }
  }
}
