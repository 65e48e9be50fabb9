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

  private final HostRows tableRows = new HostRows();
  private final HostBlock row = new HostBlock();
  private final CpuVectors elements = new CpuVectors();
  private final CpuBiases activations = new CpuBiases();
  private final CpuLayerNorm norm = new CpuLayerNorm();
  private final CpuLosses losses = new CpuLosses();
  private final CpuAttention attention = new CpuAttention();
  private final CpuMixture mixtures = new CpuMixture();
  private final CpuAdamW updates = new CpuAdamW();

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
    float[] sum = row.sized(columns);
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
    float[] value = row.sized(columns);
    for (int i = 0; i < rows.size(); i++) {
      values.floats().get(i * columns, value, 0, columns);
      HostBlock.addTo(value, sums[rows.rows()[i]], columns);
    }
    tableRows.store(table);
  }

  @Override
  public ElementKernels elements() {
    return elements;
  }

  @Override
  public ActivationKernels activations() {
    return activations;
  }

  @Override
  public NormKernels norm() {
    return norm;
  }

  @Override
  public LossKernels losses() {
    return losses;
  }

  @Override
  public AttentionKernels attention() {
    return attention;
  }

  @Override
  public MixtureKernels mixtures() {
    return mixtures;
  }

  @Override
  public UpdateKernels updates() {
    return updates;
  }
}
