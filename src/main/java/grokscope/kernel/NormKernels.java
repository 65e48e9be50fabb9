package grokscope.kernel;

/** Layer normalisation (Ba et al. 2016, arXiv 1607.06450). One thread at a time. */
public interface NormKernels {
  /** ε: what is added to a variance, as in PyTorch. */
  double EPSILON = 1e-5;

  /**
   * Normalises each row: z = (x − mean)·scale with scale = 1/√(variance + ε), the variance being
   * the mean square of x − mean; y = z·gain + bias.
   *
   * @param x [n, columns]
   * @param gain [1, columns]
   * @param bias [1, columns]
   * @param normal becomes z, [n, columns]; kept for the backward pass
   * @param scales becomes the rows' scales, [n, 1]; kept for the backward pass
   * @param y [n, columns]; may be x itself
   */
  void forward(Matrix x, Matrix gain, Matrix bias, Matrix normal, Matrix scales, Matrix y);

  /**
   * The backward pass of {@link #forward}: with dz = dy·gain, dx += scale·(dz − mean(dz) −
   * z·mean(dz·z)); dGain[0, j] += Σᵢ dy·z; dBias[0, j] += Σᵢ dy.
   *
   * @param normal z, [n, columns]
   * @param scales [n, 1]
   * @param dy [n, columns]
   * @param dx [n, columns]; not dy
   */
  void backward(
      Matrix gain, Matrix normal, Matrix scales, Matrix dy, Matrix dx, Matrix dGain, Matrix dBias);
}
