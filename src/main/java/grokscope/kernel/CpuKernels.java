package grokscope.kernel;

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
  private static final int TABLE = 1 << 18; // tables up to this size are held on the heap whole

  private final HostBlock first = new HostBlock();
  private final HostBlock second = new HostBlock();
  private final HostBlock third = new HostBlock();
  private final HostBlock fourth = new HostBlock();
  private final CpuSoftmax softmax = new CpuSoftmax();
  private final CpuAttention attention = new CpuAttention();
  private final CpuAdamW adamW = new CpuAdamW();

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
        a.columns(),
        b.pointer(),
        b.columns(),
        add ? 1 : 0,
        c.pointer(),
        c.columns());
  }

  @Override
  public void gather(Matrix table, Indices rows, Matrix out, boolean add) {
    int columns = table.columns();
    float[] from = table.size() <= TABLE ? first.load(table) : null;
    int perBlock = rowsPerBlock(columns);
    for (int row = 0; row < rows.size(); row += perBlock) {
      int count = Math.min(perBlock, rows.size() - row);
      float[] to =
          add ? second.load(out, row * columns, count * columns) : second.sized(count * columns);
      for (int i = 0; i < count; i++) {
        int source = rows.rows()[row + i] * columns;
        if (from == null) {
          float[] one = third.load(table, source, columns);
          copyOrAdd(one, 0, to, i * columns, columns, add);
        } else {
          copyOrAdd(from, source, to, i * columns, columns, add);
        }
      }
      second.store(out, row * columns, count * columns);
    }
  }

  private static void copyOrAdd(float[] from, int i, float[] to, int j, int length, boolean add) {
    if (add) {
      addRow(from, i, to, j, length);
    } else {
      System.arraycopy(from, i, to, j, length);
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
    boolean whole = table.size() <= TABLE;
    float[] sums = whole ? first.load(table) : null;
    int perBlock = rowsPerBlock(columns);
    for (int row = 0; row < rows.size(); row += perBlock) {
      int count = Math.min(perBlock, rows.size() - row);
      float[] from = second.load(values, row * columns, count * columns);
      for (int i = 0; i < count; i++) {
        int target = rows.rows()[row + i] * columns;
        if (whole) {
          addRow(from, i * columns, sums, target, columns);
        } else {
          addRow(from, i * columns, third.load(table, target, columns), 0, columns);
          third.store(table, target, columns);
        }
      }
    }
    if (whole) {
      first.store(table, 0, table.size());
    }
  }

  private static int rowsPerBlock(int columns) {
    return Math.max(1, BLOCK / columns);
  }

  @Override
  public void biasActivate(Matrix x, Matrix bias, Activation f, Matrix y) {
    int columns = x.columns();
    float[] b = bias == null ? null : third.load(bias);
    int perBlock = rowsPerBlock(columns);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int start = row * columns;
      int rows = Math.min(perBlock, x.rows() - row);
      float[] in = first.load(x, start, rows * columns);
      if (b != null) {
        for (int i = 0; i < rows; i++) {
          addRow(b, 0, in, i * columns, columns);
        }
        first.store(x, start, rows * columns);
      }
      activate(f, in, second.sized(rows * columns), rows * columns);
      second.store(y, start, rows * columns);
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
    float[] sums = dBias == null ? null : third.load(dBias);
    int perBlock = rowsPerBlock(columns);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int start = row * columns;
      int rows = Math.min(perBlock, x.rows() - row);
      float[] in = first.load(x, start, rows * columns);
      float[] d = second.load(dy, start, rows * columns);
      backThrough(f, in, d, rows * columns);
      second.store(dy, start, rows * columns);
      for (int i = 0; sums != null && i < rows; i++) {
        addRow(d, i * columns, sums, 0, columns);
      }
    }
    if (sums != null) {
      third.store(dBias, 0, columns);
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
    float[] b = third.load(bias);
    int perBlock = rowsPerBlock(columns);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int rows = Math.min(perBlock, x.rows() - row);
      float[] in = first.load(x, row * columns, rows * columns);
      for (int i = 0; i < rows; i++) {
        addRow(b, 0, in, i * columns, columns);
      }
      first.store(x, row * columns, rows * columns);
    }
  }

  @Override
  public void addColumnSums(Matrix x, Matrix sums) {
    int columns = x.columns();
    float[] total = third.load(sums);
    int perBlock = rowsPerBlock(columns);
    for (int row = 0; row < x.rows(); row += perBlock) {
      int rows = Math.min(perBlock, x.rows() - row);
      float[] in = first.load(x, row * columns, rows * columns);
      for (int i = 0; i < rows; i++) {
        addRow(in, i * columns, total, 0, columns);
      }
    }
    third.store(sums, 0, columns);
  }

  @Override
  public void add(Matrix x, Matrix y) {
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      float[] from = first.load(x, start, length);
      float[] to = second.load(y, start, length);
      addRow(from, 0, to, 0, length);
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
  public void adamW(
      AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare) {
    adamW.update(step, weights, gradient, mean, meanSquare);
  }

  @Override
  public double sumOfSquares(Matrix x) {
    double sum = 0;
    for (int start = 0; start < x.size(); start += BLOCK) {
      int length = Math.min(BLOCK, x.size() - start);
      float[] values = first.load(x, start, length);
      for (int i = 0; i < length; i++) {
        sum += (double) values[i] * values[i];
      }
    }
    return sum;
  }
}
