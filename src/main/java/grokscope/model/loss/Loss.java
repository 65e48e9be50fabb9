package grokscope.model.loss;

import grokscope.kernel.Kernels;
import grokscope.kernel.LossFormula;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import org.jspecify.annotations.Nullable;

/** What training lowers, read off the logits. Immutable; any lane. */
public sealed interface Loss extends AutoCloseable {
  /**
   * Adds the losses of some examples, and how many of them are answered right, to a sum.
   *
   * @param logits [n, classes]
   * @param targets n classes, or rows of values
   * @param scale what the gradient is multiplied with, usually 1 / examples in the whole batch
   * @param dLogits [n, classes], becomes the gradient; may be the logits themselves; without: the
   *     loss alone
   */
  void of(
      Kernels kernels,
      Matrix logits,
      int[] targets,
      double scale,
      @Nullable Matrix dLogits,
      LossSum sum);

  @Override
  void close();

  /** Of answers that are classes, by a formula. */
  record OfClasses(LossFormula formula) implements Loss {
    @Override
    public void of(
        Kernels kernels,
        Matrix logits,
        int[] targets,
        double scale,
        @Nullable Matrix dLogits,
        LossSum sum) {
      kernels.losses().add(formula, logits, targets, scale, dLogits, sum);
    }

    @Override
    public void close() {
      // There is nothing to free.
    }
  }

  /**
   * Of answers that are real numbers: their squared distance.
   *
   * @param values what the answers stand for, [rows, outputs]; closed with this
   * @param tolerance as in {@link grokscope.task.Values}
   */
  record OfValues(Matrix values, double tolerance) implements Loss {
    @Override
    public void of(
        Kernels kernels,
        Matrix logits,
        int[] targets,
        double scale,
        @Nullable Matrix dLogits,
        LossSum sum) {
      kernels.losses().addSquaredDistance(logits, values, targets, tolerance, scale, dLogits, sum);
    }

    @Override
    public void close() {
      values.close();
    }
  }
}
