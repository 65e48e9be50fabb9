package grokscope.kernel;

/** The non-linearity of a hidden layer. */
public enum Activation {
  /** max(x, 0); its slope at the kink is 0, as in PyTorch. */
  RELU,
  /** x². */
  SQUARE,
  /** The hyperbolic tangent. */
  TANH,
  /** x·Φ(x) with the normal distribution Φ, not its approximation by tanh, as in PyTorch. */
  GELU;

  /** Whether f(x) tells the slope at x as well as x does, so that x need not be kept. */
  public boolean slopeFromValue() {
    return this == RELU || this == TANH;
  }
}
