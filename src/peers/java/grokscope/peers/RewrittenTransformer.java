package grokscope.peers;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The transformer of one or two blocks over sequences that end in the same mark, in the operations
 * that the loss needs: what the first block reads is a table with a row for each token and
 * position, looked up for each example; and the last block works at the last position only. Rows
 * are looked up as embeddings, because libtorch is slower with the gradient of index_select.
 */
final class RewrittenTransformer implements Net {
  private final Given given;
  private final Tensor embed;
  private final Tensor positions;
  private final Block first;
  private final Block second; // null in a transformer of one block
  private final Tensor unembed;
  private final Heads heads;
  private final int rows; // of the table; the last one is the mark's
  private final Tensor tableTokens;
  private final Tensor tablePositions;

  RewrittenTransformer(Given given, Weights weights) {
    if (given.layers() > 2) {
      throw new IllegalArgumentException("written for one or two blocks, not " + given.layers());
    }
    this.given = given;
    embed = weights.get("embed.W_E");
    positions = weights.get("pos_embed.W_pos");
    first = Block.of(weights, 0);
    second = given.layers() == 1 ? null : Block.of(weights, 1);
    unembed = weights.get("unembed.W_U");
    heads = new Heads(given.heads(), embed.size(1) / given.heads(), given.context());
    int vocabulary = (int) embed.size(0);
    rows = (given.context() - 1) * vocabulary + 1;
    long[] token = new long[rows];
    long[] position = new long[rows];
    Arrays.setAll(token, row -> row % vocabulary);
    Arrays.setAll(position, row -> row / vocabulary);
    token[rows - 1] = given.tokens()[given.context() - 1];
    tableTokens = torch.tensor(token);
    tablePositions = torch.tensor(position);
  }

  /** The rows of the table that an example consists of. */
  @Override
  public Tensor inputs() {
    int context = given.context();
    long[] tokens = given.tokens();
    long[] row = new long[tokens.length];
    for (int i = 0; i < row.length; i++) {
      int position = i % context;
      boolean last = position == context - 1;
      if (last && tokens[i] != tokens[context - 1]) {
        throw new IllegalArgumentException("an example does not end in the mark");
      }
      row[i] = last ? rows - 1 : position * embed.size(0) + tokens[i];
    }
    return torch.tensor(row).reshape(-1, context);
  }

  @Override
  public Tensor logits(Tensor rowsOfExamples) {
    Tensor table =
        torch.embedding(embed, tableTokens).add(torch.embedding(positions, tablePositions));
    Tensor out =
        second == null ? oneBlock(table, rowsOfExamples) : twoBlocks(table, rowsOfExamples);
    return out.matmul(unembed);
  }

  private Tensor oneBlock(Tensor table, Tensor examples) {
    Tensor mark = table.narrow(0, rows - 1, 1);
    Tensor query = mark.matmul(first.query());
    Tensor keys = table.matmul(first.key());
    Tensor values = torch.embedding(table.matmul(first.value()), examples);
    Tensor scores = heads.scores(query, keys.unsqueeze(0)).squeeze(0);
    return first.after(mark, heads.mix(torch.embedding(scores, examples), values));
  }

  private Tensor twoBlocks(Tensor table, Tensor examples) {
    Tensor q = torch.embedding(table.matmul(first.query()), examples);
    Tensor k = torch.embedding(table.matmul(first.key()), examples);
    Tensor v = torch.embedding(table.matmul(first.value()), examples);
    Tensor stream = first.after(torch.embedding(table, examples), heads.everywhere(q, k, v));
    Tensor end = stream.select(1, given.context() - 1);
    Tensor scores = heads.scores(end.matmul(second.query()), stream.matmul(second.key()));
    return second.after(end, heads.mix(scores, stream.matmul(second.value())));
  }
}
