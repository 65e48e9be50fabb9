package grokscope.kernel.nd4j;

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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The kernels in plain ND4J operations, in the precision of their matrices: the reference for tests
 * and the way to every ND4J backend. Simple before fast. One thread at a time.
 */
final class Nd4jKernels implements Kernels {
  private final Nd4jElements elements = new Nd4jElements();
  private final Nd4jActivations activations = new Nd4jActivations();
  private final Nd4jLayerNorm norm = new Nd4jLayerNorm();
  private final Nd4jLosses losses = new Nd4jLosses();
  private final Nd4jAttention attention = new Nd4jAttention();
  private final Nd4jMixtures mixtures = new Nd4jMixtures();
  private final Nd4jUpdates updates = new Nd4jUpdates();

  @Override
  public void multiply(
      double factor,
      Matrix a,
      boolean transposeA,
      Matrix b,
      boolean transposeB,
      Matrix c,
      boolean add) {
    INDArray into = c.stride() == c.columns() ? c.array() : c.array().dup('c'); // no views
    Nd4j.gemm(a.array(), b.array(), into, transposeA, transposeB, factor, add ? 1 : 0);
    if (into != c.array()) {
      c.array().assign(into);
    }
  }

  @Override
  public void gather(Matrix table, Indices rows, Matrix out, boolean add) {
    INDArray oneHot = rows.oneHot(table.rows(), table.array().dataType());
    Nd4j.gemm(oneHot, table.array(), out.array(), false, false, 1, add ? 1 : 0);
  }

  @Override
  public void scatterAdd(Matrix values, Indices rows, Matrix table) {
    Nd4jRows.scatterAdd(values.array(), rows, table.array());
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
