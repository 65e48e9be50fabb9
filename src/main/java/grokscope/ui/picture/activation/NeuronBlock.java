package grokscope.ui.picture.activation;

import grokscope.measure.fourier.FourierBasis;

/**
 * What a neuron's map has of one frequency: the 3 × 3 coefficients of {1, cos, sin}(ka) times {1,
 * cos, sin}(kb) in an orthonormal basis. Nanda et al. 2023 (arXiv 2301.05217), section 4. Immutable
 * by convention, any thread.
 *
 * @param coefficients rows belong to a, columns to b
 */
// A plain array on purpose: nothing compares blocks.
@SuppressWarnings("ArrayRecordComponent")
public record NeuronBlock(double[][] coefficients) {
  static final String[] NAMES = {"1", "cos", "sin"};

  /**
   * Reads a map.
   *
   * @param map a·p + b, without gaps
   */
  public static NeuronBlock of(FourierBasis basis, float[] map, int frequency) {
    int p = basis.p();
    int[] rows = {
      0, FourierBasis.cosineRow(frequency), FourierBasis.sineRow(frequency),
    };
    double[][] block = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int a = 0; a < p; a++) {
        for (int j = 0; j < rows.length; j++) {
          double sum = 0;
          for (int b = 0; b < p; b++) {
            sum += basis.at(rows[j], b) * map[a * p + b];
          }
          block[i][j] += basis.at(rows[i], a) * sum;
        }
      }
    }
    return new NeuronBlock(block);
  }
}
