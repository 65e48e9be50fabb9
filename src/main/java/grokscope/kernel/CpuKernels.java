package grokscope.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
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
  private final CpuSoftmax softmax = new CpuSoftmax();
  private final CpuLosses losses = new CpuLosses();
  private final CpuAttention attention = new CpuAttention();
  private final CpuMixture mixture = new CpuMixture();
  private final CpuAdamW adamW = new CpuAdamW();
  private final CpuVectors vectors = new CpuVectors();

  @Override
  public void multiply(
      Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c, boolean add) {
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
        1,
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
        addTo(chosen, sum, columns);
        chosen = sum;
      }
      out.floats().put(i * columns, chosen, 0, columns);
    }
  }

  /** y += x. The same index on both sides, or the compiler must fear that the arrays overlap. */
  private static void addTo(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] += x[i];
    }
  }

  private static void addRow(float[] from, int i, float[] to, int j, int length) {
    for (int n = 0; n < length; n++) {
      to[j + n] += from[i + n];
    }
  }

  @Override
  public void scatterAdd(Matrix values, Indices rows, Matrix table) {
    int columns = table.columns();
    float[][] sums = tableRows.load(table, rows);
    float[] value = second.sized(columns);
    for (int i = 0; i < rows.size(); i++) {
      values.floats().get(i * columns, value, 0, columns);
      addTo(value, sums[rows.rows()[i]], columns);
    }
    tableRows.store(table);
  }

  private static int rowsPerBlock(int columns) {
    return Math.max(1, BLOCK / columns);
  }

  /** A row repeated to fill a block, so that adding it to a block is one plain loop. */
  private float[] tiled(Matrix row, int rows) {
    int columns = row.columns();
    float[] tile = third.sized(rows * columns);
    row.floats().get(0, tile, 0, columns);
    for (int done = columns; done < rows * columns; done *= 2) {
      System.arraycopy(tile, 0, tile, done, Math.min(done, rows * columns - done));
    }
    return tile;
  }

  /** Adds the rows of a block of sums to a single row. */
  private void foldInto(Matrix sums, float[] block, int rows) {
    int columns = sums.columns();
    float[] total = first.load(sums);
    for (int i = 0; i < rows; i++) {
      addRow(block, i * columns, total, 0, columns);
    }
    first.store(sums, 0, columns);
  }

  private float[] emptySums(int length) {
    float[] sums = third.sized(length);
    Arrays.fill(sums, 0, length, 0);
    return sums;
  }

  @Override
  public void biasActivate(Matrix x, Matrix bias, Activation f, Matrix y) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    float[] b = bias == null ? null : tiled(bias, perBlock);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int start = row * columns;
      int length = Math.min(perBlock, x.rows() - row) * columns;
      float[] in = first.load(x, start, length);
      if (b != null) {
        addTo(b, in, length);
        first.store(x, start, length);
      }
      activate(f, in, second.sized(length), length);
      second.store(y, start, length);
    }
  }

  private static void activate(Activation f, float[] x, float[] y, int length) {
    switch (f) {
      case RELU -> {
        for (int i = 0; i < length; i++) {
          y[i] = Math.max(x[i], 0f);
        }
      }
      case SQUARE -> {
        for (int i = 0; i < length; i++) {
          y[i] = x[i] * x[i];
        }
      }
    }
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, Matrix dBias) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    float[] sums = dBias == null ? null : emptySums(perBlock * columns);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int start = row * columns;
      int length = Math.min(perBlock, x.rows() - row) * columns;
      float[] in = first.load(x, start, length);
      float[] d = second.load(dy, start, length);
      backThrough(f, in, d, length);
      second.store(dy, start, length);
      if (sums != null) {
        addTo(d, sums, length);
      }
    }
    if (sums != null) {
      foldInto(dBias, sums, perBlock);
    }
  }

  private static void backThrough(Activation f, float[] x, float[] d, int length) {
    switch (f) {
      case RELU -> {
        for (int i = 0; i < length; i++) {
          // 1 where x > 0, else 0; a comparison would not be turned into vector instructions.
          d[i] *= Math.min(Math.max(x[i] * Float.MAX_VALUE, 0f), 1f);
        }
      }
      case SQUARE -> {
        for (int i = 0; i < length; i++) {
          d[i] *= 2 * x[i];
        }
      }
    }
  }

  @Override
  public void addBias(Matrix x, Matrix bias) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    float[] b = tiled(bias, perBlock);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int length = Math.min(perBlock, x.rows() - row) * columns;
      addTo(b, first.load(x, row * columns, length), length);
      first.store(x, row * columns, length);
    }
  }

  @Override
  public void addColumnSums(Matrix x, Matrix sums) {
    int columns = x.columns();
    int perBlock = Math.min(x.rows(), rowsPerBlock(columns));
    float[] total = emptySums(perBlock * columns);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int length = Math.min(perBlock, x.rows() - row) * columns;
      addTo(second.load(x, row * columns, length), total, length);
    }
    foldInto(sums, total, perBlock);
  }

  @Override
  public void add(Matrix x, Matrix y) {
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      addTo(first.load(x, start, length), second.load(y, start, length), length);
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
  public void attention(
      AttentionShape shape,
      Matrix q,
      Indices queryRows,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix out) {
    attention.forward(shape, q, queryRows, k, v, keyRows, pattern, out);
  }

  @Override
  public void attentionBackward(
      AttentionShape shape,
      Matrix q,
      Indices queryRows,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix dOut,
      Matrix dq,
      Matrix dk,
      Matrix dv) {
    attention.backward(shape, q, queryRows, k, v, keyRows, pattern, dOut, dq, dk, dv);
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
  public void addNoise(double sd, SplittableRandom random, Matrix x) {
    vectors.addNoise(sd, random, x);
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
