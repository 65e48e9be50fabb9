package grokscope.peers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A network; libtorch takes the gradient. */
interface Net {
  /** All examples in the form that {@link #logits} reads, a row each. Made once. */
  Tensor inputs();

  /** The logits of some rows of {@link #inputs}, [rows, classes]. */
  Tensor logits(Tensor inputs);

  /** x·weight + bias in one operation. */
  static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    return torch.linear(x, weight.t(), bias);
  }
}
