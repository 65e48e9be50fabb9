package grokscope.model;

/**
 * What there is inside the networks of one kind and settings, known before one is made. Immutable,
 * any thread.
 *
 * @param embedding whether tokens have an embedding
 * @param tokenWeights whether each token has weights of its own, in an embedding or in the first
 *     layer
 * @param heads whether there are attention heads
 * @param neurons whether there are hidden neurons to look at
 * @param inputSpace whether their inputs can be moved continuously
 * @param vectors whether there are biases or gains beside the matrices
 */
public record NetworkTraits(
    boolean embedding,
    boolean tokenWeights,
    boolean heads,
    boolean neurons,
    boolean inputSpace,
    boolean vectors) {
  /** Nothing but inputs and outputs. */
  public static final NetworkTraits NOTHING =
      new NetworkTraits(false, false, false, false, false, false);
}
