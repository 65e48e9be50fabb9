package grokscope.measure;

/**
 * What a thorough look can see in a run. Immutable, any thread.
 *
 * @param sums whether the task is a table of sums
 * @param products whether it is a table of products of permutations
 * @param embedding whether tokens have an embedding
 * @param neurons whether there are hidden neurons
 * @param saturation whether the loss is the cross-entropy of a softmax
 * @param regions whether inputs can be moved continuously
 * @param trained whether some of the task's examples are trained on; otherwise every step draws new
 *     ones
 */
public record Applicability(
    boolean sums,
    boolean products,
    boolean embedding,
    boolean neurons,
    boolean saturation,
    boolean regions,
    boolean trained) {}
