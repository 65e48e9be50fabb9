package grokscope.peers;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The multi-layer perceptron as one writes it: look up, concatenate, one hidden layer. */
final class UsualMlp implements Net {
  private final Given given;
  private final Tensor embed;
  private final Tensor hidden;
  private final Tensor bias;
  private final Tensor unembed;

  UsualMlp(Given given, Weights weights) {
    this.given = given;
    embed = weights.get("embed.W_E");
    hidden = weights.stacked(List.of("hidden.0.W_0", "hidden.0.W_1"));
    bias = weights.get("hidden.0.b");
    unembed = weights.get("unembed.W_U");
  }

  @Override
  public Tensor inputs() {
    return torch
        .tensor(given.tokens())
        .reshape(-1, given.context())
        .narrow(1, 0, given.operands())
        .contiguous();
  }

  @Override
  public Tensor logits(Tensor tokens) {
    Tensor x = torch.embedding(embed, tokens).reshape(tokens.size(0), -1);
    return Net.linear(x, hidden, bias).relu().matmul(unembed);
  }
}
