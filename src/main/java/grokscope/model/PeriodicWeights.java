package grokscope.model;

import java.util.random.RandomGenerator;

/**
 * The weights with which a quadratic network on one-hot pairs adds modulo p (Gromov 2023, arXiv
 * 2301.02679): neuron k has a frequency σ and phases φ and ψ, reads cos(2πσx/p + φ) + cos(2πσy/p +
 * ψ), and writes cos(2πσz/p + φ + ψ). Of its square times that only ½·cos(2πσ(x + y − z)/p) has no
 * phase left, so over many neurons with random phases everything else averages out. Immutable.
 */
public final class PeriodicWeights {
  private final int modulus;
  private final double scale;
  private final int[] frequencies;
  private final double[] first; // φ
  private final double[] second; // ψ

  /** Weights for this many neurons, with frequencies and phases drawn evenly. */
  public PeriodicWeights(int modulus, int neurons, double scale, RandomGenerator random) {
    this.modulus = modulus;
    this.scale = scale;
    frequencies = random.ints(neurons, 1, (modulus + 1) / 2).toArray();
    first = random.doubles(neurons, -Math.PI, Math.PI).toArray();
    second = random.doubles(neurons, -Math.PI, Math.PI).toArray();
  }

  /** The matrix of the first or the second operand, [modulus, neurons]. */
  public double[] input(int operand) {
    int neurons = frequencies.length;
    double[] phases = operand == 0 ? first : second;
    double[] rows = new double[modulus * neurons];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = wave(i % neurons, i / neurons, phases[i % neurons]);
    }
    return rows;
  }

  /** The unembedding, [neurons, modulus]. */
  public double[] output() {
    double[] rows = new double[frequencies.length * modulus];
    for (int i = 0; i < rows.length; i++) {
      int neuron = i / modulus;
      rows[i] = wave(neuron, i % modulus, first[neuron] + second[neuron]);
    }
    return rows;
  }

  private double wave(int neuron, int number, double phase) {
    return scale * Math.cos(2 * Math.PI * frequencies[neuron] * number / modulus + phase);
  }
}
