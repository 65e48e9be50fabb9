package grokscope.kernel;

import java.util.random.RandomGenerator;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The kernels on the host, in single precision, on the same ND4J arrays: products by the OpenBLAS
 * that ND4J carries, straight on the arrays' memory, and everything else as fused loops over blocks
 * that fit the processor's cache. Nothing is allocated in steady state. One thread.
 */
final class CpuKernels implements Kernels {
  private static final int ROW_MAJOR = 101;
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;
  private static final int BLOCK = 8192; // floats; four such blocks fit a second-level cache

  private final HostBlock first = new HostBlock();
  private final HostBlock second = new HostBlock();
  private final HostBlock third = new HostBlock();
  private final HostBlock fourth = new HostBlock();
  private final HostRows tableRows = new HostRows();
  private final ColumnSums columnSums = new ColumnSums();
  private final CpuActivation activation = new CpuActivation();
  private final CpuLayerNorm layerNorm = new CpuLayerNorm();
  private final CpuSoftmax softmax = new CpuSoftmax();
  private final CpuLosses losses = new CpuLosses();
  private final CpuDistances distances = new CpuDistances();
  private final CpuAttention attention = new CpuAttention();
  private final CpuSequenceAttention sequenceAttention = new CpuSequenceAttention();
  private final CpuMixture mixture = new CpuMixture();
  private final CpuAdamW adamW = new CpuAdamW();
  private final CpuVectors vectors = new CpuVectors();

  @Override
  public void multiply(
      double factor,
      Matrix a,
      boolean transposeA,
      Matrix b,
      boolean transposeB,
      Matrix c,
      boolean add) {
    int inner = transposeA ? a.rows() : a.columns();
    if ((transposeA ? a.columns() : a.rows()) != c.rows()
        || (transposeB ? b.rows() : b.columns()) != c.columns()
        || (transposeB ? b.columns() : b.rows()) != inner) {
      throw new IllegalArgumentException("cannot multiply " + a + " and " + b + " into " + c);
    }
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR,
        transposeA ? TRANSPOSED : AS_IS,
        transposeB ? TRANSPOSED : AS_IS,
        c.rows(),
        c.columns(),
        inner,
        (float) factor,
        a.pointer(),
        a.stride(),
        b.pointer(),
        b.stride(),
        add ? 1 : 0,
        c.pointer(),
        c.stride());
  }

  @Override
  public void gather(Matrix table, Indices rows, Matrix out, boolean add) {
    int columns = table.columns();
    float[][] from = tableRows.load(table, rows);
    float[] sum = second.sized(columns);
    for (int i = 0; i < rows.size(); i++) {
      float[] chosen = from[rows.rows()[i]];
      if (add) {
        out.floats().get(i * columns, sum, 0, columns);
        HostBlock.addTo(chosen, sum, columns);
        chosen = sum;
      }
      out.floats().put(i * columns, chosen, 0, columns);
    }
  }

  @Override
  public void scatterAdd(Matrix values, Indices rows, Matrix table) {
    int columns = table.columns();
    float[][] sums = tableRows.load(table, rows);
    float[] value = second.sized(columns);
    for (int i = 0; i < rows.size(); i++) {
      values.floats().get(i * columns, value, 0, columns);
      HostBlock.addTo(value, sums[rows.rows()[i]], columns);
    }
    tableRows.store(table);
  }

  private static int rowsPerBlock(int columns) {
    return Math.max(1, BLOCK / columns);
  }

  @Override
  public void biasActivate(Matrix x, Matrix bias, Activation f, Matrix y) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    float[] b = bias == null ? null : third.tiled(bias, perBlock);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int start = row * columns;
      int length = Math.min(perBlock, x.rows() - row) * columns;
      float[] in = first.load(x, start, length);
      if (b != null) {
        HostBlock.addTo(b, in, length);
        first.store(x, start, length);
      }
      activation.forward(f, in, second.sized(length), length);
      second.store(y, start, length);
    }
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, Matrix dBias) {
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
    float[] b = third.tiled(bias, perBlock);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int length = Math.min(perBlock, x.rows() - row) * columns;
      HostBlock.addTo(b, first.load(x, row * columns, length), length);
      first.store(x, row * columns, length);
    }
  }

  @Override
  public void layerNorm(
      Matrix x, Matrix gain, Matrix bias, Matrix normal, Matrix scales, Matrix y) {
    layerNorm.forward(x, gain, bias, normal, scales, y);
  }

  @Override
  public void layerNormBackward(
      Matrix gain, Matrix normal, Matrix scales, Matrix dy, Matrix dx, Matrix dGain, Matrix dBias) {
    layerNorm.backward(gain, normal, scales, dy, dx, dGain, dBias);
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

  @Override
  public void add(Matrix x, Matrix y) {
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      HostBlock.addTo(first.load(x, start, length), second.load(y, start, length), length);
      second.store(y, start, length);
    }
  }

  @Override
  public void zero(Matrix x) {
    float[] zeros = fourth.sized(BLOCK); // nobody else writes to it
    for (int start = 0; start < x.size(); start += BLOCK) {
      x.floats().put(start, zeros, 0, Math.min(BLOCK, x.size() - start));
    }
  }

  @Override
  public void crossEntropy(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    softmax.crossEntropy(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void crossEntropyInFloat(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    losses.crossEntropyInFloat(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void stableMax(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    losses.stableMax(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void squaredError(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    losses.squaredError(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void squaredDistance(
      Matrix outputs,
      Matrix values,
      int[] rows,
      double tolerance,
      double scale,
      Matrix dOutputs,
      LossSum sum) {
    distances.of(outputs, values, rows, tolerance, scale, dOutputs, sum);
  }

  @Override
  public void attention(
      AttentionShape shape,
      Matrix q,
      Queries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix out) {
    if (CpuSequenceAttention.serves(shape, asking, keyRows)) {
      sequenceAttention.forward(shape, q, asking, k, v, pattern, out);
    } else {
      attention.forward(shape, q, asking, k, v, keyRows, pattern, out);
    }
  }

  @Override
  public void attentionBackward(
      AttentionShape shape,
      Matrix q,
      Queries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix dOut,
      Matrix dq,
      Matrix dk,
      Matrix dv) {
    if (CpuSequenceAttention.serves(shape, asking, keyRows)) {
      sequenceAttention.backward(shape, q, asking, k, v, pattern, dOut, dq, dk, dv);
    } else {
      attention.backward(shape, q, asking, k, v, keyRows, pattern, dOut, dq, dk, dv);
    }
  }

  @Override
  public void pattern(AttentionShape shape, Matrix scores, Indices keyRows, Matrix pattern) {
    attention.pattern(shape, scores, keyRows, pattern);
  }

  @Override
  public void patternBackward(
      AttentionShape shape, Matrix pattern, Matrix dPattern, Indices keyRows, Matrix dScores) {
    attention.patternBackward(shape, pattern, dPattern, keyRows, dScores);
  }

  @Override
  public void mix(
      AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out) {
    mixture.forward(shape, pattern, keyRows, tables, out);
  }

  @Override
  public void mixBackward(
      AttentionShape shape,
      Matrix pattern,
      Indices keyRows,
      Matrix tables,
      Matrix dOut,
      Matrix dPattern,
      Matrix dTables) {
    mixture.backward(shape, pattern, keyRows, tables, dOut, dPattern, dTables);
  }

  @Override
  public void adamW(
      AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare) {
    adamW.update(step, weights, gradient, mean, meanSquare);
  }

  @Override
  public void blend(double a, Matrix x, double b, Matrix y) {
    vectors.blend(a, x, b, y);
  }

  @Override
  public void addSigns(double a, Matrix x, Matrix y) {
    vectors.addSigns(a, x, y);
  }

  @Override
  public void shrink(Matrix x, double by) {
    vectors.shrink(x, by);
  }

  @Override
  public void addNoise(double sd, RandomGenerator random, Matrix x) {
    vectors.addNoise(sd, random, x);
  }

  @Override
  public void drawMask(double rate, RandomGenerator random, Matrix mask) {
    vectors.drawMask(rate, random, mask);
  }

  @Override
  public void timesElements(Matrix mask, Matrix x, Matrix y) {
    vectors.timesElements(mask, x, y);
  }

  @Override
  public double dot(Matrix x, Matrix y) {
    return vectors.dot(x, y);
  }

  @Override
  public double sumOfSquares(Matrix x) {
    return vectors.dot(x, x);
  }
}
