package grokscope.model.transformer;

import grokscope.model.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The layer normalisation of a block's attention or MLP, at one of two places or at none.
 *
 * @param before of what it reads, with pre-LN
 * @param after of the residual stream with what it adds, with post-LN
 */
record SublayerNorm(@Nullable NormWeights before, @Nullable NormWeights after) {
  /** Fresh weights of the form's place, if there is one. */
  static SublayerNorm fresh(TransformerForm form, Parameters parameters, String name, int width) {
    return switch (form.norm()) {
      case NONE -> new SublayerNorm(null, null);
      case PRE -> new SublayerNorm(NormWeights.fresh(parameters, name, width), null);
      case POST -> new SublayerNorm(null, NormWeights.fresh(parameters, name, width));
    };
  }
}
