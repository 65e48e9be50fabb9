package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.model.Initialization;
import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a transformer. Everything starts normal with sd 1/√d_model, the unembedding
 * with 1/√outputs, biases at zero (Nanda et al. 2023, arXiv 2301.05217).
 */
final class TransformerWeights implements AutoCloseable {
  final Parameters all;
  final Parameters.Weight embed; // W_E [vocabulary, d_model]
  final Parameters.@Nullable Weight positions; // W_pos [context, d_model]; if they are learned
  final List<BlockWeights> blocks = new ArrayList<>();
  final @Nullable NormWeights finalNorm; // before the unembedding, with pre-LN
  final Parameters.Weight
      unembed; // W_U [d_model, outputs]; when tied W_E, whose first rows are its transpose

  /**
   * Fresh weights.
   *
   * @param copies how many lanes have gradients of their own
   */
  TransformerWeights(
      TransformerShape shape,
      Initialization initial,
      Backend backend,
      int copies,
      RandomGenerator random) {
    all = new Parameters(backend, copies, initial, random);
    TransformerForm form = shape.form();
    int d = shape.width();
    double sd = 1 / Math.sqrt(d);
    embed = all.normal(Part.EMBEDDING, "embed.W_E", shape.vocabulary(), d, sd);
    positions =
        form.positions() == TransformerForm.Positions.LEARNED
            ? all.normal(Part.POSITIONS, "pos_embed.W_pos", shape.context(), d, sd)
            : null;
    for (int layer = 0; layer < shape.layers(); layer++) {
      blocks.add(new BlockWeights(shape, layer, all));
    }
    finalNorm = form.pre() ? NormWeights.fresh(all, "ln_final", d) : null;
    unembed =
        form.tied()
            ? embed
            : all.normal(
                Part.UNEMBEDDING,
                "unembed.W_U",
                d,
                shape.outputs(),
                1 / Math.sqrt(shape.outputs()));
  }

  @Override
  public void close() {
    all.close();
  }
}
