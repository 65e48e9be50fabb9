package grokscope.kernel;

/** The formulas of optimisers, which change weights or their gradients. One thread at a time. */
public interface UpdateKernels {
  /**
   * One AdamW update of one parameter. Moments that have shrunk to where only denormal numbers
   * could follow are set to 0, because arithmetic on denormals is many times slower.
   */
  void adamW(AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare);

  /** y += a·sign(x), where the sign of 0 is 0. */
  void addSigns(double a, Matrix x, Matrix y);

  /** x = sign(x)·max(|x| − by, 0): every value by so much nearer to 0, none beyond it. */
  void shrink(Matrix x, double by);
}
