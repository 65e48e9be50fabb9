package grokscope.peers;

import org.bytedeco.pytorch.Tensor;

/** The weights of a transformer's block, and what follows its attention. */
record Block(
    Tensor query,
    Tensor key,
    Tensor value,
    Tensor output,
    Tensor mlpIn,
    Tensor mlpInBias,
    Tensor mlpOut,
    Tensor mlpOutBias) {

  static Block of(Weights weights, int layer) {
    String attention = "blocks." + layer + ".attn.";
    String mlp = "blocks." + layer + ".mlp.";
    return new Block(
        weights.get(attention + "W_Q"),
        weights.get(attention + "W_K"),
        weights.get(attention + "W_V"),
        weights.get(attention + "W_O"),
        weights.get(mlp + "W_in"),
        weights.get(mlp + "b_in"),
        weights.get(mlp + "W_out"),
        weights.get(mlp + "b_out"));
  }

  /** The stream after the block, of the stream before it and what the heads bring. */
  Tensor after(Tensor stream, Tensor heads) {
    Tensor middle = stream.add(heads.matmul(output));
    Tensor hidden = Net.linear(middle, mlpIn, mlpInBias).relu();
    return middle.add(Net.linear(hidden, mlpOut, mlpOutBias));
  }
}
