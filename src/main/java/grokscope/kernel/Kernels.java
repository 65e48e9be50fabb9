package grokscope.kernel;

/**
 * The operations that networks and optimisers are made of, in families: products of matrices and
 * look-ups in tables are here, and the others are handed out. All matrices have contiguous rows;
 * every result goes into a matrix that exists already. One instance, with its families, serves one
 * thread at a time.
 */
public interface Kernels {
  /** c = op(a)·op(b), or c += op(a)·op(b); see the product with a factor. */
  default void multiply(
      Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c, boolean add) {
    multiply(1, a, transposeA, b, transposeB, c, add);
  }

  /**
   * c = factor·op(a)·op(b), or c += factor·op(a)·op(b); op is the transpose where asked for. The
   * only kernel that takes column ranges.
   *
   * @param a [m, k], or [k, m] when transposed
   * @param b [k, n], or [n, k] when transposed
   * @param c [m, n]
   */
  void multiply(
      double factor,
      Matrix a,
      boolean transposeA,
      Matrix b,
      boolean transposeB,
      Matrix c,
      boolean add);

  /** out[i, :] = table[rows[i], :], or out[i, :] += table[rows[i], :]. */
  void gather(Matrix table, Indices rows, Matrix out, boolean add);

  /** table[rows[i], :] += values[i, :]; repeated rows add up. */
  void scatterAdd(Matrix values, Indices rows, Matrix table);

  /** What is done to all values alike. */
  ElementKernels elements();

  /** Biases and non-linearities. */
  ActivationKernels activations();

  /** Layer normalisation. */
  NormKernels norm();

  /** Losses. */
  LossKernels losses();

  /** Causal self-attention. */
  AttentionKernels attention();

  /** Attention of examples that all ask the same, and sums of table rows weighted by it. */
  MixtureKernels mixtures();

  /** The formulas of optimisers. */
  UpdateKernels updates();
}
