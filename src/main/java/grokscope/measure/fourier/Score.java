package grokscope.measure.fourier;

/**
 * How well some examples are answered. Immutable, any thread.
 *
 * @param loss mean loss, in nats if it is a cross-entropy; NaN without examples
 * @param accuracy share of right answers; NaN without examples
 */
public record Score(double loss, double accuracy) {}
