package grokscope.kernel;

/**
 * What a loss of logits z against the number t of the right class is for one example, and its
 * gradient. All but one are computed in double, whatever the matrices are. Immutable, any thread.
 */
public enum LossFormula {
  /** Cross-entropy of the softmax: −log softmax(z)[t]; its gradient is softmax − one-hot. */
  CROSS_ENTROPY,
  /**
   * The same, but with exponentials, their sum and its logarithm rounded to single precision, as
   * usual elsewhere: a loss is then 0 or at least about 1.19e-7 wherever the target is far ahead,
   * and once the sum rounds to the target's own exponential, the gradient of the target's logit is
   * exactly 0 (softmax collapse; Prieto et al. 2025).
   */
  CROSS_ENTROPY_IN_FLOAT,
  /**
   * Cross-entropy with shares s(z)/Σs(z) in place of the softmax, s(z) = z + 1 for z ≥ 0 and 1/(1 −
   * z) for z &lt; 0 (StableMax; Prieto et al. 2025): they grow linearly, so no sum swallows the
   * smaller ones. Its gradient is s′(zⱼ)·(1/Σs − [j = t]/s(zⱼ)).
   */
  STABLE_MAX,
  /**
   * Mean squared error against one-hot targets, over all classes, like that of PyTorch's MSELoss:
   * 1/classes·Σⱼ (zⱼ − [j = t])²; its gradient is 2/classes·(z − one-hot).
   */
  SQUARED_ERROR
}
