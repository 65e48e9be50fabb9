package grokscope.model.transformer;

import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a block's MLP.
 *
 * @param in W_in [d_model, d_mlp]
 * @param inBias b_in [1, d_mlp]
 * @param out W_out [d_mlp, d_model]
 * @param outBias b_out [1, d_model]
 * @param norm its layer normalisation
 */
record FeedForwardWeights(
    Parameters.Weight in,
    Parameters.@Nullable Weight inBias,
    Parameters.Weight out,
    Parameters.@Nullable Weight outBias,
    SublayerNorm norm) {
  /** Fresh weights: both matrices normal with sd 1/√d_model, biases zero (Nanda et al. 2023). */
  static FeedForwardWeights fresh(TransformerShape shape, int layer, Parameters parameters) {
    int d = shape.width();
    double sd = 1 / Math.sqrt(d);
    String mlp = "blocks." + layer + ".mlp.";
    boolean biases = shape.form().biases();
    Parameters.Weight in = parameters.normal(Part.MLP_IN, mlp + "W_in", d, shape.mlpWidth(), sd);
    Parameters.Weight inBias =
        biases ? parameters.constant(Part.BIAS, mlp + "b_in", 1, shape.mlpWidth(), 0) : null;
    Parameters.Weight out = parameters.normal(Part.MLP_OUT, mlp + "W_out", shape.mlpWidth(), d, sd);
    Parameters.Weight outBias =
        biases ? parameters.constant(Part.BIAS, mlp + "b_out", 1, d, 0) : null;
    return new FeedForwardWeights(
        in,
        inBias,
        out,
        outBias,
        SublayerNorm.fresh(shape.form(), parameters, "blocks." + layer + ".ln2", d));
  }
}
