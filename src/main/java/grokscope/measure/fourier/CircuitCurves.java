package grokscope.measure.fourier;

/**
 * The two curves of the paper, for every evaluation. Immutable, any thread.
 *
 * @param restricted with only the key frequencies' sum directions (and the mean of each class)
 * @param excludedTrain without the key frequencies' sum directions, on the training pairs
 */
public record CircuitCurves(SplitScores restricted, Score excludedTrain) {}
