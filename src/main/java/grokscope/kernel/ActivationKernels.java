package grokscope.kernel;

import org.jspecify.annotations.Nullable;

/** Biases and non-linearities, before and after the products of a layer. One thread at a time. */
public interface ActivationKernels {
  /** x[i, j] += bias[0, j]. */
  void addBias(Matrix x, Matrix bias);

  /** sums[0, j] += Σᵢ x[i, j]: the backward pass of {@link #addBias}. */
  void addColumnSums(Matrix x, Matrix sums);

  /**
   * x[i, j] += bias[0, j], then y = f(x).
   *
   * @param x the pre-activation
   * @param bias [1, columns]; without: only the function
   * @param y may be x itself
   */
  void biasActivate(Matrix x, @Nullable Matrix bias, Activation f, Matrix y);

  /**
   * dx = dy·f′(x) in place of dy, then dBias[0, j] += Σᵢ dx[i, j].
   *
   * @param x the pre-activation; if {@link Activation#slopeFromValue}, its value f(x)
   * @param dy [rows, columns]; becomes dx
   * @param dBias [1, columns]; without: only dx
   */
  void biasActivateBackward(Matrix x, Activation f, Matrix dy, @Nullable Matrix dBias);
}
