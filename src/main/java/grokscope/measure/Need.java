package grokscope.measure;

/** What measures may need of a run: where it is lacking, they are not taken. */
public enum Need {
  /** A table of sums modulo an odd number. */
  SUMS,
  /** A table of products of permutations. */
  PRODUCTS,
  /** Tokens with an embedding. */
  EMBEDDING,
  /** Hidden neurons. */
  NEURONS,
  /** A loss that is the cross-entropy of a softmax. */
  SOFTMAX,
  /** Inputs that can be moved continuously. */
  REGIONS,
  /** Examples of the task that are trained on; otherwise every step draws new ones. */
  TRAINED,
  /** A training that goes on here, and its gradient. */
  GRADIENT
}
