package grokscope.kernel;

/** The non-linearity of a hidden layer. */
public enum Activation {
  /** max(x, 0). */
  RELU,
  /** x². */
  SQUARE;

  /** Whether f(x) tells the slope at x as well as x does, so that x need not be kept. */
  public boolean slopeFromValue() {
    return this == RELU;
  }

  /** f(x). */
  double value(double x) {
    return this == RELU ? Math.max(x, 0) : x * x;
  }

  /** f′(x); at the kink of the ReLU it is 0, as in PyTorch. */
  double slope(double x) {
    return this == RELU ? (x > 0 ? 1 : 0) : 2 * x;
  }
}
