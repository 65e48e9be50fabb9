package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.Tensor;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the biases of an attention, which no network here has: left out where they change
 * nothing, merged where that is exact, and otherwise refused. One thread.
 */
final class AttentionBiases {
  private static final String NONE_HERE = "the attention here has no biases";

  private final Placement placement;
  private final Map<String, Tensor> weights; // in this program's names; the merged ones change

  AttentionBiases(Placement placement, Map<String, Tensor> weights) {
    this.placement = placement;
    this.weights = weights;
  }

  /** The bias of queries adds another number to each score. */
  void ofQueries(String name, Optional<Tensor> bias) throws InvalidConfig {
    if (bias.isPresent() && !Turned.isZero(bias.get())) {
      throw placement.refusal(name, bias.get(), NONE_HERE);
    }
  }

  /** The bias of keys adds the same to all scores of a query. */
  void ofKeys(String name, Optional<Tensor> bias) {
    if (bias.isPresent() && !Turned.isZero(bias.get())) {
      placement.remark(
          placement.whole(name)
              + " was left out: a bias of the keys adds the same to all scores of a query and"
              + " changes nothing.");
    }
  }

  /**
   * A bias of values or outputs adds the same to the stream at every position. Without LayerNorm,
   * an MLP's biases can do that instead: what its neurons would have received of it, and it.
   *
   * @param throughOutput whether it is one of values, which the output matrix reads
   */
  void ofStream(int layer, String name, Optional<Tensor> bias, boolean throughOutput)
      throws InvalidConfig {
    if (bias.isEmpty() || Turned.isZero(bias.get())) {
      return;
    }
    String block = "blocks." + layer + ".";
    Tensor in = weights.get(block + "mlp.W_in");
    Tensor out = weights.get(block + "attn.W_O");
    if (in == null || out == null || weights.containsKey(block + "ln1.w")) {
      throw placement.refusal(name, bias.get(), NONE_HERE);
    }
    Tensor added =
        throughOutput
            ? Turned.product(bias.get(), out)
            : Turned.shaped(bias.get(), bias.get().values().length);
    merge(block + "mlp.b_in", Turned.product(added, in));
    merge(block + "mlp.b_out", added);
    placement.remark(
        placement.whole(name)
            + " was merged into the biases of the MLP behind it, which gives the same sums.");
  }

  private void merge(String name, Tensor more) {
    Tensor there = weights.get(name);
    weights.put(name, OurTensor.of(name, there == null ? more : Turned.sum(more, there)));
  }

  /** The unembedding of a transformer has no biases here, either. */
  void ofAnswers(String name, Optional<Tensor> bias) throws InvalidConfig {
    if (bias.isPresent() && !Turned.isZero(bias.get())) {
      throw placement.refusal(
          name, bias.get(), "the unembedding of a transformer has no biases here");
    }
  }
}
