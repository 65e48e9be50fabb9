package grokscope.measure.fourier;

import grokscope.kernel.LossFormula;
import java.util.Arrays;

/**
 * The logits as a sum of cosines of 2πk(a+b−c)/p. With q_k that cosine scaled to length 1 over the
 * cube of pairs and classes, and L̃ the logits less their mean over the classes, the coefficient is
 * α_k = ⟨L̃, q_k⟩. It needs only the means over cells of equal a+b−c. Nanda et al. 2023 (arXiv
 * 2301.05217), section 4. Immutable, any thread.
 */
public final class LogitDecomposition {
  private final FourierBasis basis;

  /** F·T: cosine and sine coefficients of the means over cells of equal a+b−c. */
  private final double[] coefficients;

  private final double squares;
  private final LossFormula formula;

  LogitDecomposition(FourierBasis basis, SumMeans means, LossFormula formula) {
    this.basis = basis;
    this.formula = formula;
    this.coefficients = basis.timesRows(means.byDifference(), 1);
    this.squares = means.centeredSquares();
  }

  /** α_k, in units of a logit times p^(3/2). */
  public double coefficient(int frequency) {
    return basis.p() * coefficients[FourierBasis.cosineRow(frequency)];
  }

  /** α_k / ‖L̃‖, the cosine similarity of the logits and the cosine: −1 … 1. */
  public double similarity(int frequency) {
    return coefficient(frequency) / Math.sqrt(squares);
  }

  /**
   * Σ α_k² / ‖L̃‖²: the share of the logits' variance that cosines of these frequencies explain.
   */
  public double explained(int... frequencies) {
    double sum = 0;
    for (int frequency : frequencies) {
      sum += coefficient(frequency) * coefficient(frequency);
    }
    return sum / squares;
  }

  /**
   * The trig loss: that of the mean of all logits and Σ α_k q_k alone, the same for every pair. The
   * paper leaves the mean out, which changes nothing of a softmax, but much of other losses.
   */
  public double loss(int... frequencies) {
    int p = basis.p();
    double[] row = new double[p];
    Arrays.fill(row, basis.at(0, 0) * coefficients[0]);
    for (int difference = 0; difference < p; difference++) {
      for (int frequency : frequencies) {
        int cosine = FourierBasis.cosineRow(frequency);
        row[difference] += basis.at(cosine, difference) * coefficients[cosine];
      }
    }
    return LogitRow.loss(formula, row, 0);
  }

  /** The part of the logits along cosine and sine of these frequencies, for each a+b−c. */
  double[] part(int[] frequencies) {
    double[] part = new double[basis.p()];
    for (int frequency : frequencies) {
      int cosine = FourierBasis.cosineRow(frequency);
      int sine = FourierBasis.sineRow(frequency);
      for (int d = 0; d < part.length; d++) {
        part[d] +=
            basis.at(cosine, d) * coefficients[cosine] + basis.at(sine, d) * coefficients[sine];
      }
    }
    return part;
  }
}
