package grokscope.kernel;

import java.util.random.RandomGenerator;

/** What is done to all values of a matrix alike, wherever they stand. One thread at a time. */
public interface ElementKernels {
  /** x = 0. */
  void zero(Matrix x);

  /** y += x. */
  void add(Matrix x, Matrix y);

  /**
   * y = a·x + b·y, for matrices of the same shape. With b = 0 this copies; x may be y itself.
   *
   * @param x not changed, unless it is y
   */
  void blend(double a, Matrix x, double b, Matrix y);

  /** y[i, j] = mask[i, j]·x[i, j]; y may be x itself. */
  void timesElements(Matrix mask, Matrix x, Matrix y);

  /**
   * Draws what dropout multiplies activations with (Srivastava et al. 2014), in the order of rows:
   * 0 with the probability {@code rate}, else 1/(1 − rate), so that the mean is 1.
   *
   * @param rate at least 0, below 1
   */
  void drawMask(double rate, RandomGenerator random, Matrix mask);

  /** x += sd·ε, with every ε drawn from the standard normal distribution, in the order of rows. */
  void addNoise(double sd, RandomGenerator random, Matrix x);

  /** Σ x·y, in double. */
  double dot(Matrix x, Matrix y);

  /** Σ x², in double. */
  double sumOfSquares(Matrix x);
}
