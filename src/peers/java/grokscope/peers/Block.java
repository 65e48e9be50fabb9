package grokscope.peers;

import org.bytedeco.pytorch.Tensor;

/**
 * The weights of a transformer's block, and what surrounds its attention.
 *
 * @param norm before the attention; null for none
 * @param mlp after it; null for none
 */
record Block(Tensor query, Tensor key, Tensor value, Tensor output, Norm norm, Mlp mlp) {

  /** The block's MLP, with the normalisation before it, which may be null. */
  record Mlp(Norm norm, Tensor in, Tensor inBias, Tensor out, Tensor outBias) {
    Tensor of(Tensor stream) {
      Tensor read = norm == null ? stream : norm.of(stream);
      return Net.linear(Net.linear(read, in, inBias).relu(), out, outBias);
    }
  }

  static Block of(Weights weights, int layer) {
    String block = "blocks." + layer + ".";
    String mlp = block + "mlp.";
    return new Block(
        weights.get(block + "attn.W_Q"),
        weights.get(block + "attn.W_K"),
        weights.get(block + "attn.W_V"),
        weights.get(block + "attn.W_O"),
        Norm.of(weights, block + "ln1"),
        weights.has(mlp + "W_in")
            ? new Mlp(
                Norm.of(weights, block + "ln2"),
                weights.get(mlp + "W_in"),
                weights.get(mlp + "b_in"),
                weights.get(mlp + "W_out"),
                weights.get(mlp + "b_out"))
            : null);
  }

  /** What the attention reads of a stream. */
  Tensor read(Tensor stream) {
    return norm == null ? stream : norm.of(stream);
  }

  /** The stream after the block, of the stream before it and what the heads bring. */
  Tensor after(Tensor stream, Tensor heads) {
    Tensor middle = stream.add(heads.matmul(output));
    return mlp == null ? middle : middle.add(mlp.of(middle));
  }
}
