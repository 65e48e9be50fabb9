package grokscope.model;

/**
 * How the weights of a fresh network are drawn. Immutable.
 *
 * @param unit whether every matrix is normal with sd 1, as in Gromov 2023 (arXiv 2301.02679);
 *     otherwise each with the sd its network says, usually 1/√inputs
 * @param scale α: what all weights are multiplied with, biases and gains included (Liu et al. 2022,
 *     arXiv 2210.01117)
 */
record Initialization(boolean unit, double scale) {
  static final Initialization USUAL = new Initialization(false, 1);

  /** The sd of a matrix that usually has another. */
  double sd(double usual) {
    return unit && usual > 0 ? scale : usual * scale;
  }
}
