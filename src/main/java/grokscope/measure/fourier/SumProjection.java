package grokscope.measure.fourier;

/**
 * The part of logits that lies in the sum directions of single frequencies, ⟨L_c,u_k⟩u_k +
 * ⟨L_c,v_k⟩v_k, as a function of sum and class.
 */
final class SumProjection {
  private final FourierBasis basis;

  /** F·M: the coefficients of the means over diagonals, component · p + class. */
  private final double[] coefficients;

  SumProjection(FourierBasis basis, SumMeans means) {
    this.basis = basis;
    this.coefficients = basis.timesRows(means.bySum(), basis.p());
  }

  /** The part of one frequency at a sum and a class. */
  double at(int frequency, int sum, int answer) {
    int p = basis.p();
    int cosine = FourierBasis.cosineRow(frequency);
    int sine = FourierBasis.sineRow(frequency);
    return basis.at(cosine, sum) * coefficients[cosine * p + answer]
        + basis.at(sine, sum) * coefficients[sine * p + answer];
  }

  /** The part of several frequencies, at sum · p + class. */
  double[] of(int[] frequencies) {
    int p = basis.p();
    double[] part = new double[p * p];
    for (int frequency : frequencies) {
      for (int i = 0; i < part.length; i++) {
        part[i] += at(frequency, i / p, i % p);
      }
    }
    return part;
  }
}
