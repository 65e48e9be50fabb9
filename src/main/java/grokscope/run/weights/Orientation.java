package grokscope.run.weights;

/**
 * Which matrices of a transformer are stored the other way round than TransformerLens has them.
 * Immutable, any thread.
 *
 * @param embed [d_model, tokens]
 * @param positions [d_model, positions]
 * @param queries of queries, keys and values: [heads, d_head, d_model]
 * @param output of the attention: [heads, d_model, d_head]
 * @param flatOutput or [d_model, heads·d_head]
 * @param mlp both matrices
 * @param unembed [outputs, d_model]
 */
record Orientation(
    boolean embed,
    boolean positions,
    boolean queries,
    boolean output,
    boolean flatOutput,
    boolean mlp,
    boolean unembed) {
  /** As TransformerLens has them. */
  static final Orientation USUAL = new Orientation(false, false, false, false, false, false, false);

  /** All transposed. */
  static final Orientation TRANSPOSED = new Orientation(true, true, true, true, false, true, true);

  /** As the notebook of Nanda et al. 2023 has them (arXiv 2301.05217). */
  static final Orientation NOTEBOOK = new Orientation(true, false, true, false, true, true, false);
}
