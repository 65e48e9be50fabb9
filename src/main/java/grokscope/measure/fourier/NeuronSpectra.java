package grokscope.measure.fourier;

/**
 * How much each neuron's weights to the numbers gather in few frequencies; a histogram of it tells
 * memorising units from generalising ones. Doshi et al. 2023 (arXiv 2310.13061).
 */
public final class NeuronSpectra {
  private NeuronSpectra() {}

  /**
   * The inverse participation ratio Σŵ⁴ / (Σŵ²)² of every neuron, cosine and sine apart and the
   * constant in: 1/p when spread evenly; for a pure frequency between ½ and 1, by its phase.
   *
   * @param weights one row for each number, one column per neuron
   */
  public static double[] participation(FourierBasis basis, Table weights) {
    double[] transformed = basis.transform(weights);
    double[] ratios = new double[weights.columns()];
    double[] components = new double[basis.p()];
    for (int neuron = 0; neuron < ratios.length; neuron++) {
      for (int row = 0; row < components.length; row++) {
        components[row] = transformed[row * ratios.length + neuron];
      }
      ratios[neuron] = Sparsity.participation(components, 2);
    }
    return ratios;
  }

  /**
   * The inverse participation ratio Σ A_k⁴ / (Σ A_k²)² of every neuron over the amplitudes of
   * frequencies, cosine and sine joined and the constant left out: 2/(p−1) when spread evenly, 1
   * for a pure frequency of any phase.
   *
   * @param weights one row for each number, one column per neuron
   */
  public static double[] joinedParticipation(FourierBasis basis, Table weights) {
    double[] transformed = basis.transform(weights);
    double[] ratios = new double[weights.columns()];
    double[] amplitudes = new double[basis.frequencies()];
    for (int neuron = 0; neuron < ratios.length; neuron++) {
      for (int k = 1; k <= amplitudes.length; k++) {
        amplitudes[k - 1] =
            Math.hypot(
                transformed[FourierBasis.cosineRow(k) * ratios.length + neuron],
                transformed[FourierBasis.sineRow(k) * ratios.length + neuron]);
      }
      ratios[neuron] = Sparsity.participation(amplitudes, 2);
    }
    return ratios;
  }
}
