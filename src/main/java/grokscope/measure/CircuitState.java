package grokscope.measure;

import grokscope.measure.fourier.CircuitCurves;
import grokscope.measure.fourier.Spectrum;

/**
 * What a {@link Circuit} shows in one state of a network. Immutable, any thread.
 *
 * @param keyFrequencies how many key frequencies it has
 * @param embedding which frequencies the embedding uses
 * @param curves restricted and excluded loss and accuracy with these key frequencies
 */
public record CircuitState(int keyFrequencies, Spectrum embedding, CircuitCurves curves) {}
