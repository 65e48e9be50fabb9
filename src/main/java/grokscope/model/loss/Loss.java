package grokscope.model.loss;

import grokscope.kernel.Kernels;
import grokscope.kernel.LossFormula;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import grokscope.task.Values;

/**
 * What training lowers, read off the logits. Answers that are real numbers are compared by their
 * squared distance, whatever the formula. Immutable; any lane.
 *
 * @param formula of answers that are classes
 * @param values what the answers stand for; null when they are classes
 * @param rows the same on the backend, [rows, outputs]; null when they are classes
 */
public record Loss(LossFormula formula, Values values, Matrix rows) {
  /**
   * Adds the losses of some examples, and how many of them are answered right, to a sum.
   *
   * @param logits [n, classes]
   * @param targets n classes, or rows of values
   * @param scale what the gradient is multiplied with, usually 1 / examples in the whole batch
   * @param dLogits [n, classes], becomes the gradient; may be the logits themselves; null when not
   *     needed
   */
  public void of(
      Kernels kernels, Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    if (values == null) {
      kernels.losses().add(formula, logits, targets, scale, dLogits, sum);
    } else {
      kernels
          .losses()
          .addSquaredDistance(logits, rows, targets, values.tolerance(), scale, dLogits, sum);
    }
  }
}
