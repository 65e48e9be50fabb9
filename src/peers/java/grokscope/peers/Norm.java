package grokscope.peers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** A layer normalisation. */
record Norm(Tensor gain, Tensor bias) {
  private static final double EPSILON = 1e-5;

  /** That of a name, or null if there is none. */
  static Norm of(Weights weights, String name) {
    return weights.has(name + ".w")
        ? new Norm(weights.get(name + ".w"), weights.get(name + ".b"))
        : null;
  }

  Tensor of(Tensor x) {
    long[] columns = {gain.size(0)};
    return torch.layer_norm(
        x, columns, new TensorOptional(gain), new TensorOptional(bias), EPSILON, false);
  }
}
