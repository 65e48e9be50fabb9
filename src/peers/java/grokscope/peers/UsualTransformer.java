package grokscope.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The transformer as one writes it: everything at every position, the last one is read; or where
 * there are several answers, their positions are unembedded.
 */
final class UsualTransformer implements Net {
  private final Given given;
  private final Tensor embed;
  private final Tensor positions;
  private final List<Block> blocks = new ArrayList<>();
  private final Tensor unembed;
  private final Norm finalNorm; // null for none
  private final Heads heads;

  UsualTransformer(Given given, Weights weights) {
    this.given = given;
    embed = weights.get("embed.W_E");
    positions = weights.get("pos_embed.W_pos");
    for (int layer = 0; layer < given.layers(); layer++) {
      blocks.add(Block.of(weights, layer));
    }
    finalNorm = Norm.of(weights, "ln_final");
    unembed = weights.get("unembed.W_U");
    heads = new Heads(given.heads(), embed.size(1) / given.heads(), given.context());
  }

  /** Each example's tokens, and the positions of its answers unless it is one at the end. */
  @Override
  public Tensor inputs() {
    Tensor tokens = torch.tensor(given.tokens()).reshape(-1, given.context());
    if (given.positions().length == 0) {
      return tokens;
    }
    Tensor positions = torch.tensor(given.positions()).reshape(-1, given.answersEach());
    return torch.cat(new TensorVector(tokens, positions), 1);
  }

  @Override
  public Tensor logits(Tensor inputs) {
    Tensor tokens = inputs.narrow(1, 0, given.context());
    Tensor stream = torch.embedding(embed, tokens).add(positions);
    for (Block block : blocks) {
      Tensor read = block.read(stream);
      Tensor q = read.matmul(block.query());
      Tensor k = read.matmul(block.key());
      Tensor v = read.matmul(block.value());
      stream = block.after(stream, heads.everywhere(q, k, v));
    }
    Tensor read = finalNorm == null ? stream : finalNorm.of(stream);
    if (given.positions().length == 0) {
      return read.matmul(unembed).select(1, given.context() - 1);
    }
    Tensor positions = inputs.narrow(1, given.context(), given.answersEach());
    Tensor wide = positions.unsqueeze(2).expand(-1, -1, read.size(2));
    return read.gather(1, wide).reshape(-1, read.size(2)).matmul(unembed);
  }
}
