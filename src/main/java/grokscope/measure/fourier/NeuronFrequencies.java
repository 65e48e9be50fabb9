package grokscope.measure.fourier;

import java.util.Arrays;

/**
 * Which frequency each neuron (or attention head) follows, and the fraction of its variance that
 * this frequency explains (FVE). Nanda et al. 2023 (arXiv 2301.05217), section 4. Immutable, any
 * thread.
 */
public final class NeuronFrequencies {
  /** What a neuron must have of one frequency to belong to its cluster, in the paper. */
  public static final double CLUSTER = 0.85;

  /** Variance below this share of the mean square is rounding of float activations. */
  private static final double ROUNDING = 1e-12;

  private final int frequencies;
  private final double[][] explained;
  private final int[] best;

  /** Takes the power of each frequency by neuron, and the variance of each neuron. */
  private NeuronFrequencies(double[][] powers, double[] variances) {
    this.frequencies = powers.length;
    this.explained = powers;
    this.best = new int[variances.length];
    for (int neuron = 0; neuron < best.length; neuron++) {
      for (int k = 0; k < frequencies; k++) {
        powers[k][neuron] = variances[neuron] > 0 ? powers[k][neuron] / variances[neuron] : 0;
        if (powers[k][neuron] > explained(neuron)) {
          best[neuron] = k + 1;
        }
      }
    }
  }

  /**
   * From activations on all pairs: the share of frequency k is that of the eight non-constant
   * entries with indices in {0, c_k, s_k}² of the two-dimensional transform. Those are exactly the
   * frequency k of the neuron's means over a, over b, over a+b and over a−b, so no two-dimensional
   * transform is needed.
   *
   * @param activations one row for each pair a·p + b, one column per neuron
   */
  public static NeuronFrequencies ofActivations(FourierBasis basis, Table activations) {
    int p = basis.p();
    activations.require(p * p, "a map of all pairs");
    int neurons = activations.columns();
    double[] byFirst = new double[p * neurons];
    double[] bySecond = new double[p * neurons];
    double[] bySum = new double[p * neurons];
    double[] byDifference = new double[p * neurons];
    double[] squares = new double[neurons];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        int from = (a * p + b) * neurons;
        add(activations, from, byFirst, a * neurons, neurons);
        add(activations, from, bySecond, b * neurons, neurons);
        add(activations, from, bySum, (a + b) % p * neurons, neurons);
        add(activations, from, byDifference, (a - b + p) % p * neurons, neurons);
        addSquares(activations, from, squares);
      }
    }
    double[][] powers = new double[basis.frequencies()][neurons];
    for (double[] marginal : new double[][] {byFirst, bySecond, bySum, byDifference}) {
      addPowers(basis, marginal, 1.0 / p, powers);
    }
    return new NeuronFrequencies(powers, variances(byFirst, squares, p * p));
  }

  /**
   * The cheap version for a network with one hidden layer: from each neuron's weights to the
   * numbers, which take the place of the activations.
   *
   * @param weights one row for each number 0 … p−1, one column per neuron
   */
  public static NeuronFrequencies ofWeights(FourierBasis basis, Table weights) {
    weights.require(basis.p(), "weights to the numbers");
    int neurons = weights.columns();
    double[] values = new double[basis.p() * neurons];
    double[] squares = new double[neurons];
    for (int x = 0; x < basis.p(); x++) {
      add(weights, x * neurons, values, x * neurons, neurons);
      addSquares(weights, x * neurons, squares);
    }
    double[][] powers = new double[basis.frequencies()][neurons];
    addPowers(basis, values, 1, powers);
    return new NeuronFrequencies(powers, variances(values, squares, basis.p()));
  }

  private static void add(Table source, int from, double[] sums, int to, int count) {
    float[] values = source.values();
    for (int i = 0; i < count; i++) {
      sums[to + i] += values[from + i];
    }
  }

  private static void addSquares(Table source, int from, double[] squares) {
    float[] values = source.values();
    for (int i = 0; i < squares.length; i++) {
      double value = values[from + i];
      squares[i] += value * value;
    }
  }

  private static void addPowers(
      FourierBasis basis, double[] sums, double factor, double[][] powers) {
    int neurons = powers[0].length;
    double[] transformed = basis.timesRows(sums, neurons);
    for (int k = 1; k <= powers.length; k++) {
      for (int row : new int[] {FourierBasis.cosineRow(k), FourierBasis.sineRow(k)}) {
        for (int neuron = 0; neuron < neurons; neuron++) {
          double value = transformed[row * neurons + neuron];
          powers[k - 1][neuron] += factor * value * value;
        }
      }
    }
  }

  /** Σ (x − mean)² of each column, 0 where it is only rounding. */
  private static double[] variances(double[] partialSums, double[] squares, int count) {
    double[] totals = new double[squares.length];
    for (int i = 0; i < partialSums.length; i++) {
      totals[i % totals.length] += partialSums[i];
    }
    double[] variances = new double[squares.length];
    for (int n = 0; n < variances.length; n++) {
      double variance = squares[n] - totals[n] * totals[n] / count;
      variances[n] = variance > ROUNDING * squares[n] ? variance : 0;
    }
    return variances;
  }

  /** How many neurons there are. */
  public int neurons() {
    return best.length;
  }

  /** The frequency that explains most of a neuron; 0 when it is dead. */
  public int frequency(int neuron) {
    return best[neuron];
  }

  /** The fraction of a neuron's variance that its own frequency explains; 0 when it is dead. */
  public double explained(int neuron) {
    return best[neuron] == 0 ? 0 : explained[best[neuron] - 1][neuron];
  }

  /** The fraction of a neuron's variance that any frequency explains. */
  public double explained(int neuron, int frequency) {
    return explained[frequency - 1][neuron];
  }

  /** How many neurons never vary. */
  public int dead() {
    return (int) Arrays.stream(best).filter(frequency -> frequency == 0).count();
  }

  /**
   * How many neurons each frequency has to itself.
   *
   * @param threshold the fraction that it must explain, {@link #CLUSTER} in the paper
   * @return a count for each frequency 1, 2, …
   */
  public int[] clusters(double threshold) {
    int[] clusters = new int[frequencies];
    for (int neuron = 0; neuron < best.length; neuron++) {
      if (best[neuron] > 0 && explained(neuron) >= threshold) {
        clusters[best[neuron] - 1]++;
      }
    }
    return clusters;
  }
}
