package grokscope.measure.fourier;

import java.util.Arrays;

/**
 * How much of a table lies in each component of the Fourier basis: the squared norms of the rows of
 * F·E. By Parseval they add up to Σ E². For an embedding the rows are the numbers; for the map from
 * neurons to logits (un-embedding times the MLP's output) they are the classes. Nanda et al. 2023
 * (arXiv 2301.05217). Immutable, any thread.
 */
public final class Spectrum {
  private final double[] components;

  private Spectrum(double[] components) {
    this.components = components;
  }

  /**
   * The spectrum of a table.
   *
   * @param table p rows, any number of columns
   */
  public static Spectrum of(FourierBasis basis, Table table) {
    double[] transformed = basis.transform(table);
    double[] squares = new double[basis.p()];
    for (int row = 0; row < squares.length; row++) {
      for (int column = 0; column < table.columns(); column++) {
        double value = transformed[row * table.columns() + column];
        squares[row] += value * value;
      }
    }
    return new Spectrum(squares);
  }

  /** How many frequencies there are beside the constant. */
  public int frequencies() {
    return (components.length - 1) / 2;
  }

  /** The norm of each component: the constant, then cosine and sine of frequency 1, 2, … */
  public double[] componentNorms() {
    return Arrays.stream(components).map(Math::sqrt).toArray();
  }

  /** The power of the constant. */
  public double constant() {
    return components[0];
  }

  /** The power of a frequency: the squares of its cosine and sine components, added. */
  public double power(int frequency) {
    return components[FourierBasis.cosineRow(frequency)]
        + components[FourierBasis.sineRow(frequency)];
  }

  /** The norm of a frequency, cosine and sine joined: the root of its power. */
  public double norm(int frequency) {
    return Math.sqrt(power(frequency));
  }

  /** The norms of the frequencies 1, 2, …, cosine and sine joined; the constant is not in. */
  public double[] norms() {
    double[] norms = new double[frequencies()];
    Arrays.setAll(norms, n -> norm(n + 1));
    return norms;
  }

  /** All power: Σ of the squares of the table; the constant is in. */
  public double total() {
    return Arrays.stream(components).sum();
  }

  /**
   * The share of each frequency 1, 2, … in the power of all frequencies; the constant is not in.
   * All are 0 when there is no power outside the constant.
   */
  public double[] shares() {
    double[] shares = new double[frequencies()];
    Arrays.setAll(shares, n -> power(n + 1));
    double sum = Arrays.stream(shares).sum();
    if (sum > 0) {
      Arrays.setAll(shares, n -> shares[n] / sum);
    }
    return shares;
  }

  /**
   * The Gini coefficient of the component norms, the constant left out: 0 when all components are
   * alike, near 1 when a few carry everything.
   */
  public double gini() {
    return Sparsity.gini(Arrays.copyOfRange(componentNorms(), 1, components.length));
  }
}
