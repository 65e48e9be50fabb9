package grokscope.model;

import grokscope.kernel.Kernels;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;

/** What training lowers, read off the logits. Stateless; any lane. */
@FunctionalInterface
public interface Loss {
  /**
   * Adds the losses of some examples, and how many of them are answered right, to a sum.
   *
   * @param logits [n, classes]
   * @param targets n classes
   * @param scale what the gradient is multiplied with, usually 1 / examples in the whole batch
   * @param dLogits [n, classes], becomes the gradient; may be the logits themselves; null when not
   *     needed
   */
  void of(Kernels kernels, Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum);
}
