package grokscope.kernel;

import org.jspecify.annotations.Nullable;

/** Losses of a batch and their gradients. One thread at a time. */
public interface LossKernels {
  /**
   * The loss of logits against classes, summed over the rows, and the number of rows whose largest
   * logit is the target's.
   *
   * @param logits [n, classes]
   * @param targets n classes
   * @param scale what the gradient is multiplied with, usually 1 / examples in the whole batch
   * @param dLogits [n, classes], becomes scale·gradient; may be the logits themselves; without: the
   *     loss alone
   * @param sum to which loss and right answers are added
   */
  void add(
      LossFormula formula,
      Matrix logits,
      int[] targets,
      double scale,
      @Nullable Matrix dLogits,
      LossSum sum);

  /**
   * Mean squared error of outputs against rows of real numbers, in double, over all columns: Σᵢ
   * 1/columns·Σⱼ (zᵢⱼ − values[rows[i], j])².
   *
   * @param outputs z, [n, columns]
   * @param values [any, columns]
   * @param rows n rows of values
   * @param tolerance an output is right when its own mean is below; 0 for: when no row of values is
   *     nearer
   * @param dOutputs becomes scale·2/columns·(z − value); may be the outputs themselves; without:
   *     the loss alone
   */
  void addSquaredDistance(
      Matrix outputs,
      Matrix values,
      int[] rows,
      double tolerance,
      double scale,
      @Nullable Matrix dOutputs,
      LossSum sum);
}
