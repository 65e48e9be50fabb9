package grokscope.model;

import grokscope.kernel.Activation;
import grokscope.kernel.AttentionShape;

/**
 * The sizes of a {@link Transformer}.
 *
 * @param vocabulary tokens, and classes of the answer
 * @param context positions of a sequence
 * @param layers blocks of attention and MLP
 * @param heads attention heads of a block
 * @param width d_model, the columns of the residual stream; a multiple of heads
 * @param mlpWidth d_mlp, the neurons of a block's MLP
 * @param activation of the MLPs
 * @param form what it is made of
 */
record TransformerShape(
    int vocabulary,
    int context,
    int layers,
    int heads,
    int width,
    int mlpWidth,
    Activation activation,
    TransformerForm form) {

  boolean isLast(int layer) {
    return layer == layers - 1;
  }

  /** How many positions of a layer's output are used: the last one, or all for a next layer. */
  int queries(int layer) {
    return isLast(layer) ? 1 : context;
  }

  AttentionShape attention(int layer) {
    return new AttentionShape(heads, width / heads, context, queries(layer));
  }
}
