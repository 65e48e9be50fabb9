package grokscope.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The transformer as one writes it: everything at every position, the last one is read. */
final class UsualTransformer implements Net {
  private final Given given;
  private final Tensor embed;
  private final Tensor positions;
  private final List<Block> blocks = new ArrayList<>();
  private final Tensor unembed;
  private final Heads heads;

  UsualTransformer(Given given, Weights weights) {
    this.given = given;
    embed = weights.get("embed.W_E");
    positions = weights.get("pos_embed.W_pos");
    for (int layer = 0; layer < given.layers(); layer++) {
      blocks.add(Block.of(weights, layer));
    }
    unembed = weights.get("unembed.W_U");
    heads = new Heads(given.heads(), embed.size(1) / given.heads(), given.context());
  }

  @Override
  public Tensor inputs() {
    return torch.tensor(given.tokens()).reshape(-1, given.context());
  }

  @Override
  public Tensor logits(Tensor tokens) {
    Tensor stream = torch.embedding(embed, tokens).add(positions);
    for (Block block : blocks) {
      Tensor q = stream.matmul(block.query());
      Tensor k = stream.matmul(block.key());
      Tensor v = stream.matmul(block.value());
      stream = block.after(stream, heads.everywhere(q, k, v));
    }
    return stream.matmul(unembed).select(1, given.context() - 1);
  }
}
