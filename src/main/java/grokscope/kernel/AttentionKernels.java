package grokscope.kernel;

/** Self-attention, causal or over whole sequences, as its queries say. One thread at a time. */
public interface AttentionKernels {
  /**
   * With q, k, v the rows that are chosen, for each head: pattern = softmax(q·kᵀ·scoreScale) over
   * the visible positions, out = pattern·v.
   *
   * @param q rows of queries, [any, width]
   * @param asking which rows of q ask, of the n sequences
   * @param k rows of keys, [any, width]
   * @param v rows of values, [any, width]
   * @param keyRows n·context rows of k and v
   * @param pattern [queries, heads·context], 0 where not visible
   * @param out [queries, width]
   */
  void forward(
      AttentionShape shape,
      Matrix q,
      AttentionQueries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix out);

  /**
   * The backward pass of {@link #forward}; adds to dq, dk and dv at the rows that were read.
   *
   * @param dOut [queries, width]
   * @param dq as q
   * @param dk as k
   * @param dv as v
   */
  void backward(
      AttentionShape shape,
      Matrix q,
      AttentionQueries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix dOut,
      Matrix dq,
      Matrix dk,
      Matrix dv);
}
