package grokscope.kernel.cpu;

import grokscope.kernel.ActivationKernels;
import grokscope.kernel.AttentionKernels;
import grokscope.kernel.ElementKernels;
import grokscope.kernel.Indices;
import grokscope.kernel.Kernels;
import grokscope.kernel.LossKernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.MixtureKernels;
import grokscope.kernel.NormKernels;
import grokscope.kernel.UpdateKernels;
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

  private final HeapRows tableRows = new HeapRows();
  private final HeapBlock row = new HeapBlock();
  private final CpuElements elements = new CpuElements();
  private final CpuBiases activations = new CpuBiases();
  private final CpuLayerNorm norm = new CpuLayerNorm();
  private final CpuLosses losses = new CpuLosses();
  private final CpuAttention attention = new CpuAttention();
  private final CpuMixtures mixtures = new CpuMixtures();
  private final CpuUpdates updates = new CpuUpdates();

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
        HeapBlock.addTo(chosen, sum, columns);
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
      HeapBlock.addTo(value, sums[rows.rows()[i]], columns);
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
