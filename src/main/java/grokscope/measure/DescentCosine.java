package grokscope.measure;

/**
 * The cosine between the descent direction −g and the weights w, over several matrices taken as one
 * vector. Near 1 the loss falls by scaling the logits up without another answer: naïve loss
 * minimisation, Prieto et al. 2025 (arXiv 2501.04697). One thread.
 */
public final class DescentCosine {
  private double product;
  private double gradients;
  private double weights;

  /** Adds one matrix and its gradient, in the same order. */
  public void add(float[] weight, float[] gradient) {
    if (weight.length != gradient.length) {
      throw new IllegalArgumentException(
          weight.length + " weights have " + gradient.length + " gradients");
    }
    for (int i = 0; i < weight.length; i++) {
      product -= (double) weight[i] * gradient[i];
      gradients += (double) gradient[i] * gradient[i];
      weights += (double) weight[i] * weight[i];
    }
  }

  /** The cosine, −1 … 1; NaN when a side is all 0. */
  public double value() {
    return product / Math.sqrt(gradients * weights);
  }
}
