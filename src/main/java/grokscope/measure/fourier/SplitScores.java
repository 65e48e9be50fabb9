package grokscope.measure.fourier;

/**
 * One measure on all pairs and on the two sides of the split; a curve must say which it shows.
 *
 * @param all on all p² pairs
 * @param train on the training pairs
 * @param test on the hidden pairs
 */
public record SplitScores(Score all, Score train, Score test) {}
