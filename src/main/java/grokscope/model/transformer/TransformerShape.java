package grokscope.model.transformer;

import grokscope.kernel.Activation;
import grokscope.kernel.AttentionShape;

/**
 * The sizes of a {@link Transformer}.
 *
 * @param vocabulary tokens
 * @param outputs logits of an answer
 * @param context positions of a sequence
 * @param answers the most positions of a sequence that are answered
 * @param layers blocks of attention and MLP
 * @param heads attention heads of a block
 * @param width d_model, the columns of the residual stream; a multiple of heads
 * @param mlpWidth d_mlp, the neurons of a block's MLP
 * @param activation of the MLPs
 * @param form what it is made of
 */
record TransformerShape(
    int vocabulary,
    int outputs,
    int context,
    int answers,
    int layers,
    int heads,
    int width,
    int mlpWidth,
    Activation activation,
    TransformerForm form) {
  private static final int FEW_ROWS = 2048;
  private static final int FEW_TOKENS = 32;

  boolean isLast(int layer) {
    return layer == layers - 1;
  }

  /** How many positions of a layer's output are used: the answered ones, or all for a next one. */
  int queries(int layer) {
    return isLast(layer) ? answers : context;
  }

  AttentionShape attention() {
    return new AttentionShape(heads, width / heads, context);
  }

  /**
   * Whether the first block reads a {@link TokenTable}. That has a row for each token and position,
   * a step a row for each example and position: with few tokens the table is much smaller. It is
   * computed on one lane, so as many rows as examples would be no gain. Dropout leaves out
   * something else in every example, so none share a row.
   */
  boolean tabled() {
    return form.dropout() == 0 && (vocabulary <= FEW_TOKENS || vocabulary * context <= FEW_ROWS);
  }

  /** Whether a block reads the stream of each example. */
  boolean streams(int layer) {
    return layer > 0 || !tabled();
  }
}
