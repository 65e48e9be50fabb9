package grokscope.kernel;

/**
 * The numbers of one AdamW update (Loshchilov and Hutter 2019, as PyTorch carries it out):
 *
 * <pre>
 * w ← w·(1 − rate·decay)
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * w ← w − (rate / (1 − β₁ᵗ)) · m / (√v / √(1 − β₂ᵗ) + ε)
 * </pre>
 *
 * @param rate the learning rate of this step
 * @param decay the weight decay
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param update t, from 1
 */
public record AdamWStep(
    double rate, double decay, double beta1, double beta2, double epsilon, int update) {
  /** What the weights are multiplied with: 1 − rate·decay. */
  public double keep() {
    return 1 - rate * decay;
  }

  /** What the mean gradient is multiplied with: rate / (1 − β₁ᵗ). */
  public double stepSize() {
    return rate / (1 - Math.pow(beta1, update));
  }

  /** What the root of the mean square is divided by: √(1 − β₂ᵗ). */
  public double rootCorrection() {
    return Math.sqrt(1 - Math.pow(beta2, update));
  }
}
