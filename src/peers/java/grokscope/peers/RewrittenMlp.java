package grokscope.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The multi-layer perceptron whose first layer is a table of each operand, looked up. */
final class RewrittenMlp implements Net {
  private final Given given;
  private final Tensor embed;
  private final List<Tensor> hidden = new ArrayList<>();
  private final Tensor bias;
  private final Tensor unembed;

  RewrittenMlp(Given given, Weights weights) {
    this.given = given;
    embed = weights.get("embed.W_E");
    for (int operand = 0; operand < given.operands(); operand++) {
      hidden.add(weights.get("hidden.0.W_" + operand));
    }
    bias = weights.get("hidden.0.b");
    unembed = weights.get("unembed.W_U");
  }

  @Override
  public Tensor inputs() {
    return torch.tensor(given.tokens()).reshape(-1, given.context());
  }

  @Override
  public Tensor logits(Tensor tokens) {
    Tensor x = bias;
    for (int operand = 0; operand < hidden.size(); operand++) {
      Tensor table = embed.matmul(hidden.get(operand));
      x = torch.embedding(table, tokens.select(1, operand)).add(x);
    }
    return x.relu().matmul(unembed);
  }
}
