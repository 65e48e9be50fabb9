package grokscope.model.transformer;

import grokscope.model.Parameters;
import grokscope.telemetry.Part;

/**
 * The parameters of one transformer block. W_Q, W_K and W_V hold the heads' columns side by side,
 * W_O the heads' rows one under the other.
 */
final class BlockWeights {
  final Parameters.Weight query; // W_Q [d_model, d_model]
  final Parameters.Weight key; // W_K
  final Parameters.Weight value; // W_V
  final Parameters.Weight output; // W_O
  final NormWeights norm1; // of the attention; null without layer normalisation
  final NormWeights norm2; // of the MLP; likewise
  final Parameters.Weight mlpIn; // W_in [d_model, d_mlp]; all of the MLP null without one
  final Parameters.Weight mlpInBias; // b_in [1, d_mlp]; null without biases
  final Parameters.Weight mlpOut; // W_out [d_mlp, d_model]
  final Parameters.Weight mlpOutBias; // b_out [1, d_model]; likewise

  /** Fresh weights: every matrix normal with sd 1/√d_model, biases zero (Nanda et al. 2023). */
  BlockWeights(TransformerShape shape, int layer, Parameters parameters) {
    int d = shape.width();
    double sd = 1 / Math.sqrt(d);
    String attention = "blocks." + layer + ".attn.";
    query = parameters.normal(Part.QUERY, attention + "W_Q", d, d, sd);
    key = parameters.normal(Part.KEY, attention + "W_K", d, d, sd);
    value = parameters.normal(Part.VALUE, attention + "W_V", d, d, sd);
    output = parameters.normal(Part.ATTENTION_OUT, attention + "W_O", d, d, sd);
    boolean norms = shape.form().norm() != TransformerForm.Norm.NONE;
    norm1 = norms ? NormWeights.fresh(parameters, "blocks." + layer + ".ln1", d) : null;
    if (!shape.form().mlp()) {
      norm2 = null;
      mlpIn = null;
      mlpInBias = null;
      mlpOut = null;
      mlpOutBias = null;
      return;
    }
    String mlp = "blocks." + layer + ".mlp.";
    mlpIn = parameters.normal(Part.MLP_IN, mlp + "W_in", d, shape.mlpWidth(), sd);
    boolean biases = shape.form().biases();
    mlpInBias =
        biases ? parameters.constant(Part.BIAS, mlp + "b_in", 1, shape.mlpWidth(), 0) : null;
    mlpOut = parameters.normal(Part.MLP_OUT, mlp + "W_out", shape.mlpWidth(), d, sd);
    mlpOutBias = biases ? parameters.constant(Part.BIAS, mlp + "b_out", 1, d, 0) : null;
    norm2 = norms ? NormWeights.fresh(parameters, "blocks." + layer + ".ln2", d) : null;
  }
}
