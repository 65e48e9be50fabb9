package grokscope.measure.fourier;

/**
 * How well logits answer a set of pairs.
 *
 * @param loss mean cross-entropy in nats, in double; NaN for an empty set
 * @param accuracy share of pairs whose greatest logit is the right one; NaN for an empty set
 */
public record Score(double loss, double accuracy) {}
