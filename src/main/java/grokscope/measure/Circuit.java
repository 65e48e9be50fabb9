package grokscope.measure;

import grokscope.kernel.LossFormula;
import grokscope.measure.fourier.CircuitCurves;
import grokscope.measure.fourier.CircuitLosses;
import grokscope.measure.fourier.CircuitReading;
import grokscope.measure.fourier.FourierBasis;
import grokscope.measure.fourier.KeyFrequencies;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.NumberWeights;
import grokscope.measure.fourier.Spectrum;
import grokscope.measure.fourier.SumPairs;
import grokscope.measure.fourier.Table;
import grokscope.task.CyclicSums;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Reads the progress measures of Nanda et al. 2023 (arXiv 2301.05217) off one network state after
 * the other, with the key frequencies of the state itself where the paper takes those of the final
 * network: every frequency whose part of the embedding is above a quarter of the largest. What is
 * read of an embedding is read of the weights of the first layer where there is none, of all
 * operands together. Of a network that has only begun to train these are nearly all, so its
 * restricted loss falls earlier than the paper's, and its excluded loss stays higher. One per run;
 * trainer thread only.
 */
public final class Circuit {
  private final FourierBasis basis;
  private final CircuitLosses losses;

  /**
   * For the runs of a table of sums.
   *
   * @param train for each of the p² pairs whether it is a training pair
   * @param formula the run's loss, which every loss of the circuit is as well
   */
  public Circuit(CyclicSums sums, boolean[] train, LossFormula formula) {
    basis = new FourierBasis(sums.modulus());
    SumPairs pairs = sums.subtracts() ? SumPairs.subtracted(basis) : SumPairs.added(basis);
    losses = new CircuitLosses(pairs, train, formula);
  }

  /**
   * What one state shows to a thorough reading, which takes a few tenths of a second.
   *
   * @param logits of all pairs, p² rows; the first p columns are the classes
   * @param weights which weights hold the numbers
   * @param numbers these weights, p rows
   */
  public CircuitReport report(Table logits, NumberWeights weights, Table numbers) {
    Spectrum spectrum = Spectrum.of(basis, numbers);
    int[] keys = KeyFrequencies.ofEmbedding(spectrum, KeyFrequencies.QUARTER);
    CircuitReading reading = losses.read(logits, keys);
    double[] shares = spectrum.shares();
    return new CircuitReport(
        weights,
        Arrays.stream(keys).boxed().toList(),
        Arrays.stream(keys).mapToObj(key -> shares[key - 1]).toList(),
        Arrays.stream(shares).boxed().toList(),
        spectrum.gini(),
        reading.restricted().all().loss(),
        reading.decomposition().loss(keys),
        reading.decomposition().explained(keys),
        IntStream.rangeClosed(1, shares.length)
            .mapToObj(reading.decomposition()::explained)
            .toList(),
        reading.greatestSingleExcludedTrainLoss(),
        reading.excludedFromCube().train().loss());
  }

  /**
   * The frequencies of neurons.
   *
   * @param activations a row for each of the p² pairs, a column per neuron
   */
  public NeuronFrequencies neurons(Table activations) {
    return NeuronFrequencies.ofActivations(basis, activations);
  }

  /**
   * How neurons write to the logits.
   *
   * @param map p rows, one per class; one column per neuron
   */
  public LogitMap logitMap(Table map) {
    return LogitMap.of(basis, map);
  }

  /**
   * The key frequencies of a network.
   *
   * @param numbers the weights that hold the p numbers, p rows
   */
  public int[] keys(Table numbers) {
    return KeyFrequencies.ofEmbedding(Spectrum.of(basis, numbers), KeyFrequencies.QUARTER);
  }

  /**
   * The curves of the paper with given key frequencies, such as those of the final network.
   *
   * @param logits of all pairs, p² rows; the first p columns are the classes
   * @param keys each 1 … (p−1)/2, none twice
   */
  public CircuitCurves curves(Table logits, int... keys) {
    return losses.curves(logits, keys);
  }

  /**
   * What one state shows.
   *
   * @param logits of all pairs, p² rows; the first p columns are the classes
   * @param numbers the weights that hold the p numbers, p rows
   */
  public CircuitState read(Table logits, Table numbers) {
    Spectrum spectrum = Spectrum.of(basis, numbers);
    int[] keys = KeyFrequencies.ofEmbedding(spectrum, KeyFrequencies.QUARTER);
    CircuitCurves curves = losses.curves(logits, keys);
    return new CircuitState(keys.length, spectrum, curves);
  }
}
