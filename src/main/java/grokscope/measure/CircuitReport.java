package grokscope.measure;

import grokscope.measure.fourier.NumberWeights;
import java.util.List;

/**
 * A network's circuit for a table of sums, read once and thoroughly. Immutable, any thread.
 *
 * @param weights which weights the frequencies are read of, called the embedding below
 * @param keyFrequencies those whose norm in the embedding is above a quarter of the largest
 * @param shares each key frequency's share of the embedding's power, the constant left out
 * @param spectrum the same share of each frequency 1, 2, …
 * @param embeddingGini how unevenly the embedding uses its frequencies
 * @param restrictedLoss loss of all pairs with only the key frequencies' sum directions
 * @param trigLoss loss of all pairs with only the key frequencies' cosines of a + b − c
 * @param trigShare share of the logits' variance over the classes that these cosines explain
 * @param logitShares share of the logits' variance over the classes that the cosine of a + b − c of
 *     each frequency 1, 2, … explains
 * @param singleExcludedLoss loss of the training pairs without the one frequency that they miss
 *     most, whichever it is
 * @param cubeExcludedLoss loss of the training pairs without the key frequencies' cosines and sines
 *     of a + b − c
 */
public record CircuitReport(
    NumberWeights weights,
    List<Integer> keyFrequencies,
    List<Double> shares,
    List<Double> spectrum,
    double embeddingGini,
    double restrictedLoss,
    double trigLoss,
    double trigShare,
    List<Double> logitShares,
    double singleExcludedLoss,
    double cubeExcludedLoss) {
  public CircuitReport {
    keyFrequencies = List.copyOf(keyFrequencies);
    shares = List.copyOf(shares);
    spectrum = List.copyOf(spectrum);
    logitShares = List.copyOf(logitShares);
  }

  /** Whether the weights and the logits gave numbers; otherwise there are no key frequencies. */
  public boolean known() {
    return Double.isFinite(embeddingGini)
        && Double.isFinite(restrictedLoss)
        && Double.isFinite(trigShare);
  }
}
