package grokscope.model.transformer;

import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one transformer block. W_Q, W_K and W_V hold the heads' columns side by side,
 * W_O the heads' rows one under the other.
 */
final class BlockWeights {
  final Parameters.Weight query; // W_Q [d_model, d_model]
  final Parameters.Weight key; // W_K
  final Parameters.Weight value; // W_V
  final Parameters.Weight output; // W_O
  final SublayerNorm norm; // of the attention
  final @Nullable FeedForwardWeights mlp;

  /** Fresh weights: every matrix normal with sd 1/√d_model (Nanda et al. 2023). */
  BlockWeights(TransformerShape shape, int layer, Parameters parameters) {
    int d = shape.width();
    double sd = 1 / Math.sqrt(d);
    String attention = "blocks." + layer + ".attn.";
    query = parameters.normal(Part.QUERY, attention + "W_Q", d, d, sd);
    key = parameters.normal(Part.KEY, attention + "W_K", d, d, sd);
    value = parameters.normal(Part.VALUE, attention + "W_V", d, d, sd);
    output = parameters.normal(Part.ATTENTION_OUT, attention + "W_O", d, d, sd);
    norm = SublayerNorm.fresh(shape.form(), parameters, "blocks." + layer + ".ln1", d);
    mlp = shape.form().mlp() ? FeedForwardWeights.fresh(shape, layer, parameters) : null;
  }
}
