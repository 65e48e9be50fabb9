package grokscope.measure;

import grokscope.measure.fourier.CircuitCurves;

/**
 * What a {@link Circuit} shows in one state of a network. Immutable, any thread.
 *
 * @param keyFrequencies how many key frequencies it has
 * @param embeddingGini how unevenly the embedding's frequencies are used, from 0 to nearly 1
 * @param curves restricted and excluded loss and accuracy with these key frequencies
 */
public record CircuitState(int keyFrequencies, double embeddingGini, CircuitCurves curves) {}
