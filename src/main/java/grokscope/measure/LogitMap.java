package grokscope.measure;

import grokscope.measure.fourier.FourierBasis;
import grokscope.measure.fourier.NeuronSpectra;
import grokscope.measure.fourier.Spectrum;
import grokscope.measure.fourier.Table;
import java.util.Arrays;

/**
 * How the map from neurons to logits uses frequencies. Immutable, any thread.
 *
 * @param spectrum of all neurons together, over the classes
 * @param participation mean over the neurons of the inverse participation ratio of one neuron's
 *     weights, cosine and sine joined: 2/(p−1) when spread evenly over the frequencies, 1 for a
 *     single one. Neurons without any weight are left out; NaN when there is no other
 */
public record LogitMap(Spectrum spectrum, double participation) {
  /**
   * Reads a map.
   *
   * @param map p rows, one per class; one column per neuron
   */
  static LogitMap of(FourierBasis basis, Table map) {
    double[] ratios = NeuronSpectra.joinedParticipation(basis, map);
    double mean =
        Arrays.stream(ratios).filter(ratio -> !Double.isNaN(ratio)).average().orElse(Double.NaN);
    return new LogitMap(Spectrum.of(basis, map), mean);
  }
}
