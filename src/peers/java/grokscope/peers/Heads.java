package grokscope.peers;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The attention of a number of heads that lie side by side. */
final class Heads {
  private final long count;
  private final long width;
  private final Scalar scale;
  private final Scalar never = new Scalar(Double.NEGATIVE_INFINITY);
  private final Tensor future; // true where a position must not look, [context, context]

  Heads(int count, long width, int context) {
    this.count = count;
    this.width = width;
    scale = new Scalar(1 / Math.sqrt(width));
    future = torch.ones(context, context).triu(1).to(torch.ScalarType.Bool);
  }

  /**
   * Causal attention at all positions.
   *
   * @param q [n, context, heads·width], as k and v
   * @return the same
   */
  Tensor everywhere(Tensor q, Tensor k, Tensor v) {
    Tensor scores = apart(q).matmul(apart(k).transpose(2, 3)).mul(scale);
    Tensor pattern = scores.masked_fill(future, never).softmax(-1);
    return pattern.matmul(apart(v)).transpose(1, 2).reshape(q.size(0), q.size(1), count * width);
  }

  /** [n, heads, context, width]. */
  private Tensor apart(Tensor rows) {
    return rows.view(rows.size(0), rows.size(1), count, width).transpose(1, 2);
  }

  /**
   * The scores of one query with several keys.
   *
   * @param query [n, heads·width], or [1, heads·width]
   * @param keys [n, context, heads·width]
   * @return [n, context, heads]
   */
  Tensor scores(Tensor query, Tensor keys) {
    Tensor q = query.view(query.size(0), 1, count, width);
    return keys.view(keys.size(0), keys.size(1), count, width).mul(q).sum(-1).mul(scale);
  }

  /**
   * What the heads bring to one query.
   *
   * @param scores [n, context, heads]
   * @param values [n, context, heads·width]
   * @return [n, heads·width]
   */
  Tensor mix(Tensor scores, Tensor values) {
    Tensor pattern = scores.softmax(1).unsqueeze(3);
    Tensor v = values.view(values.size(0), values.size(1), count, width);
    return pattern.mul(v).sum(1).view(values.size(0), count * width);
  }
}
