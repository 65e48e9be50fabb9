package grokscope.train;

import grokscope.kernel.LossSum;

/**
 * How well a network answers some examples. Immutable, any thread.
 *
 * @param loss mean loss, in nats if it is a cross-entropy; NaN without examples
 * @param accuracy share of right answers; NaN without examples
 */
public record Answered(double loss, double accuracy) {
  static Answered of(LossSum sum) {
    return new Answered(sum.meanLoss(), sum.accuracy());
  }
}
