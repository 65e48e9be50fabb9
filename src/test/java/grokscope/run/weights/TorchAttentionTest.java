package grokscope.run.weights;

import static grokscope.run.weights.Workbench.counted;
import static grokscope.run.weights.Workbench.get;
import static grokscope.run.weights.Workbench.named;
import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.telemetry.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transformers of ours, written as PyTorch's layers keep them, are found again. */
class TorchAttentionTest {
  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void setUp() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** [outputs, inputs] of [heads, inputs, outputs of a head]. */
  private static Tensor joinedHeads(List<Tensor> weights, String name) {
    Tensor tensor = get(weights, name);
    float[] rows = new float[64];
    for (int head = 0; head < 2; head++) {
      for (int in = 0; in < 8; in++) {
        for (int out = 0; out < 4; out++) {
          rows[(head * 4 + out) * 8 + in] = tensor.values()[(head * 8 + in) * 4 + out];
        }
      }
    }
    return new Tensor(name, new int[] {8, 8}, rows);
  }

  private static Tensor linear(List<Tensor> weights, String ours, String name) {
    return named(Turned.transposed(get(weights, ours)), name);
  }

  private static Tensor output(List<Tensor> weights, int layer, String name) {
    Tensor output = get(weights, "blocks." + layer + ".attn.W_O");
    return named(Turned.transposed(Turned.shaped(output, 8, 8)), name);
  }

  private static Tensor queriesKeysValues(List<Tensor> weights, int layer, String name) {
    float[] rows = new float[192];
    for (int i = 0; i < 3; i++) {
      Tensor part = joinedHeads(weights, "blocks." + layer + ".attn.W_" + "QKV".charAt(i));
      System.arraycopy(part.values(), 0, rows, i * 64, 64);
    }
    return new Tensor(name, new int[] {24, 8}, rows);
  }

  @Test
  void anEncoderWithOneMatrixForQueriesKeysAndValues() throws Exception {
    RunConfig config = bench.transformer("model.sequence", "operands", "model.layerNorm", "post");
    List<Tensor> ours = bench.weights(config);
    String layer = "encoder.layers.0.";
    List<Tensor> theirs =
        List.of(
            named(get(ours, "embed.W_E"), "embedding.weight"),
            named(Turned.shaped(get(ours, "pos_embed.W_pos"), 1, 2, 8), "pos_embedding"),
            queriesKeysValues(ours, 0, layer + "self_attn.in_proj_weight"),
            Workbench.zeros(layer + "self_attn.in_proj_bias", 24),
            output(ours, 0, layer + "self_attn.out_proj.weight"),
            Workbench.zeros(layer + "self_attn.out_proj.bias", 8),
            linear(ours, "blocks.0.mlp.W_in", layer + "linear1.weight"),
            named(get(ours, "blocks.0.mlp.b_in"), layer + "linear1.bias"),
            linear(ours, "blocks.0.mlp.W_out", layer + "linear2.weight"),
            named(get(ours, "blocks.0.mlp.b_out"), layer + "linear2.bias"),
            named(get(ours, "blocks.0.ln1.w"), layer + "norm1.weight"),
            named(get(ours, "blocks.0.ln1.b"), layer + "norm1.bias"),
            named(get(ours, "blocks.0.ln2.w"), layer + "norm2.weight"),
            named(get(ours, "blocks.0.ln2.b"), layer + "norm2.bias"),
            linear(ours, "unembed.W_U", "fc_out.weight"));
    FoundWeights found = bench.read(theirs);
    assertThat(found.form()).isEqualTo("PyTorch's attention");
    bench.assertFound(found, config, ours);
    assertThat(found.candidates().stream().map(each -> each.config().model().whole("heads")))
        .contains(1, 2, 4, 8);
    assertThat(found.candidates().stream().map(Candidate::words))
        .doesNotHaveDuplicates()
        .contains("x + y mod 11, ReLU, heads 2");
  }

  @Test
  void twoBlocksWithALinearLayerForEach() throws Exception {
    RunConfig config = bench.transformer("model.layers", 2L, "model.layerNorm", "pre");
    List<Tensor> ours = bench.weights(config);
    List<Tensor> theirs =
        new ArrayList<>(
            List.of(
                named(get(ours, "embed.W_E"), "tok_emb.weight"),
                named(get(ours, "pos_embed.W_pos"), "pos_emb.weight"),
                named(get(ours, "ln_final.w"), "ln_f.weight"),
                named(get(ours, "ln_final.b"), "ln_f.bias"),
                linear(ours, "unembed.W_U", "head.weight")));
    for (int layer = 0; layer < 2; layer++) {
      String block = "blocks." + layer + ".";
      for (String letter : List.of("Q", "K", "V")) {
        theirs.add(
            named(
                joinedHeads(ours, block + "attn.W_" + letter),
                block + "attn." + letter.toLowerCase(Locale.ROOT) + "_proj.weight"));
      }
      theirs.add(output(ours, layer, block + "attn.out_proj.weight"));
      theirs.add(linear(ours, block + "mlp.W_in", block + "mlp.0.weight"));
      theirs.add(named(get(ours, block + "mlp.b_in"), block + "mlp.0.bias"));
      theirs.add(linear(ours, block + "mlp.W_out", block + "mlp.2.weight"));
      theirs.add(named(get(ours, block + "mlp.b_out"), block + "mlp.2.bias"));
      for (String norm : List.of("ln1", "ln2")) {
        theirs.add(named(get(ours, block + norm + ".w"), block + norm + ".weight"));
        theirs.add(named(get(ours, block + norm + ".b"), block + norm + ".bias"));
      }
    }
    bench.assertFound(bench.read(theirs), config, ours);
  }

  @Test
  void biasesThatCountAreRefused() throws Exception {
    List<Tensor> ours = bench.weights(bench.transformer());
    List<Tensor> theirs =
        List.of(
            named(get(ours, "embed.W_E"), "embed.weight"),
            queriesKeysValues(ours, 0, "layers.0.attn.qkv.weight"),
            counted("layers.0.attn.qkv.bias", 24),
            output(ours, 0, "layers.0.attn.proj.weight"),
            linear(ours, "unembed.W_U", "head.weight"));
    assertThat(bench.refusal(theirs))
        .isEqualTo(
            "layers.0.attn.qkv.bias [24] is not zero (its largest value is 2.40), and the attention"
                + " here has no biases.");
  }
}
