package grokscope.run.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.figure.RunIdentity;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.run.Remarks;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.SafetensorsFile;
import grokscope.run.format.StoredArray;
import grokscope.telemetry.History;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The names, shapes and types are those of the state dict of a HookedTransformer with the settings
 * that the file names, as TransformerLens's published components define them.
 */
class TransformerLensFileTest {
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();

  @TempDir private Path folder;

  private static RunConfig config(Object... settings) throws InvalidConfig {
    RunConfig config = CATALOG.with(CATALOG.defaults(), "task.modulus", 5L);
    config = CATALOG.with(config, "model.type", "transformer");
    config = CATALOG.with(config, "model.dModel", 8L);
    config = CATALOG.with(config, "model.heads", 2L);
    config = CATALOG.with(config, "model.dMlp", 16L);
    for (int i = 0; i < settings.length; i += 2) {
      config = CATALOG.with(config, (String) settings[i], settings[i + 1]);
    }
    return config;
  }

  private static List<Tensor> weights(RunConfig config) {
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      return experiment.weights();
    }
  }

  private ArrayFile written(RunConfig config) throws Exception {
    Path weights = folder.resolve("weights.safetensors");
    SafetensorsFile.write(weights, weights(config));
    ExportedRun run =
        new ExportedRun(
            "run-1",
            new RunIdentity(0, "run-1", 0),
            "",
            "a title",
            Remarks.NONE,
            new Told("", "", List.of(), List.of()),
            config,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            new History(List.of()),
            Optional.of(weights),
            new RowTimes(1000, OptionalDouble.empty()),
            "",
            List.of(),
            new ProgramVersion("1.2", "abc"));
    Path file = folder.resolve("out.safetensors");
    RunExporter.replace(
        run, ExportFormats.of(ExportFormats.TRANSFORMER_LENS, 1).orElseThrow(), file);
    return ArrayFile.open(file);
  }

  private static Map<String, String> described(ArrayFile file) {
    Map<String, String> shapes = new TreeMap<>();
    file.arrays()
        .forEach(array -> shapes.put(array.name(), array.toString().replace(array.name(), "")));
    return shapes;
  }

  @Test
  void hasEveryArrayOfAHookedTransformer() throws Exception {
    Map<String, String> published = new TreeMap<>();
    published.put("embed.W_E", " F32 [6, 8]");
    published.put("pos_embed.W_pos", " F32 [3, 8]");
    for (String block : List.of("blocks.0.", "blocks.1.")) {
      for (String norm : List.of("ln1", "ln2")) {
        published.put(block + norm + ".w", " F32 [8]");
        published.put(block + norm + ".b", " F32 [8]");
      }
      for (String each : List.of("Q", "K", "V")) {
        published.put(block + "attn.W_" + each, " F32 [2, 8, 4]");
        published.put(block + "attn.b_" + each, " F32 [2, 4]");
      }
      published.put(block + "attn.W_O", " F32 [2, 4, 8]");
      published.put(block + "attn.b_O", " F32 [8]");
      published.put(block + "attn.mask", " BOOL [3, 3]");
      published.put(block + "attn.IGNORE", " F32 []");
      published.put(block + "mlp.W_in", " F32 [8, 16]");
      published.put(block + "mlp.b_in", " F32 [16]");
      published.put(block + "mlp.W_out", " F32 [16, 8]");
      published.put(block + "mlp.b_out", " F32 [8]");
    }
    published.put("ln_final.w", " F32 [8]");
    published.put("ln_final.b", " F32 [8]");
    published.put("unembed.W_U", " F32 [8, 6]");
    published.put("unembed.b_U", " F32 [6]");
    ArrayFile file =
        written(config("model.layers", 2L, "model.layerNorm", "pre", "model.biases", "off"));
    assertThat(described(file)).isEqualTo(published);
    assertThat(file.array("blocks.1.attn.mask").orElseThrow().wholeNumbers())
        .containsExactly(1, 0, 0, 1, 1, 0, 1, 1, 1);
    assertThat(file.array("blocks.1.attn.IGNORE").orElseThrow().tensor().values())
        .containsExactly(Float.NEGATIVE_INFINITY);
    assertThat(file.array("blocks.0.mlp.b_in").orElseThrow().tensor().values()).containsOnly(0);
  }

  /** Where "=" has no logit it gets none by being tied either. */
  @Test
  void hasALogitForNumbersOnlyWhereTheNetworkHas() throws Exception {
    RunConfig config = config("model.unembedding", "tied", "model.outputs", "numbers");
    Map<String, String> described = described(written(config));
    assertThat(described)
        .containsEntry("embed.W_E", " F32 [6, 8]")
        .containsEntry("unembed.W_U", " F32 [8, 5]")
        .containsEntry("unembed.b_U", " F32 [5]");
    float[] embedding = weights(config).get(0).values();
    float[] written = written(config).array("unembed.W_U").orElseThrow().tensor().values();
    for (int i = 0; i < written.length; i++) {
      assertThat(written[i]).isEqualTo(embedding[i % 5 * 8 + i / 5]);
    }
  }

  @Test
  void leavesTheWeightsAsTheyAre() throws Exception {
    RunConfig config = config();
    ArrayFile file = written(config);
    for (Tensor tensor : weights(config)) {
      assertThat(file.array(tensor.name()).orElseThrow().tensor().values())
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @Test
  void saysTheSettingsThatSuchANetworkIsMadeWith() throws Exception {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("n_layers", 1);
    settings.put("d_model", 8);
    settings.put("n_ctx", 3);
    settings.put("d_head", 4);
    settings.put("n_heads", 2);
    settings.put("attn_only", false);
    settings.put("d_mlp", 16);
    settings.put("act_fn", "gelu");
    settings.put("d_vocab", 6);
    settings.put("d_vocab_out", 6);
    settings.put("normalization_type", null);
    settings.put("attention_dir", "causal");
    String written =
        written(config("model.activation", "gelu")).texts().get("transformer_lens.config");
    assertThat(written).isEqualTo(Json.line(settings));
  }

  @Test
  void writesOutWhatATiedNetworkShares() throws Exception {
    ArrayFile file = written(config("model.unembedding", "tied"));
    float[] embedding = file.array("embed.W_E").orElseThrow().tensor().values();
    StoredArray unembedding = file.array("unembed.W_U").orElseThrow();
    assertThat(unembedding.shape()).containsExactly(8, 6);
    float[] values = unembedding.tensor().values();
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 6; column++) {
        assertThat(values[row * 6 + column]).isEqualTo(embedding[column * 8 + row]);
      }
    }
  }

  @Test
  void writesOutPositionsThatAreNotTrained() throws Exception {
    float[] waves =
        written(config("model.positions", "sinusoidal"))
            .array("pos_embed.W_pos")
            .orElseThrow()
            .tensor()
            .values();
    assertThat(waves[0]).isZero(); // sin 0
    assertThat(waves[1]).isEqualTo((float) (1 / Math.sqrt(8))); // cos 0 over √d
    assertThat(waves[8]).isEqualTo((float) (Math.sin(1) / Math.sqrt(8)));
    ArrayFile none = written(config("model.positions", "none"));
    assertThat(none.array("pos_embed.W_pos").orElseThrow().tensor().values())
        .hasSize(24)
        .containsOnly(0);
  }

  @Test
  void knowsNetworksWithoutAMarkOrAMask() throws Exception {
    ArrayFile file =
        written(
            config(
                "model.layers",
                2L,
                "model.sequence",
                "operands",
                "model.mask",
                "none",
                "model.positions",
                "none"));
    assertThat(described(file))
        .containsEntry("embed.W_E", " F32 [5, 8]")
        .containsEntry("pos_embed.W_pos", " F32 [2, 8]")
        .containsEntry("unembed.b_U", " F32 [5]");
    assertThat(file.texts().get("transformer_lens.config"))
        .contains("\"n_ctx\":2", "\"d_vocab\":5", "\"attention_dir\":\"bidirectional\"");
  }

  @Test
  void attentionAloneHasNoMlp() throws Exception {
    assertThat(described(written(config("model.block", "attention", "model.activation", "tanh"))))
        .containsKey("blocks.0.attn.b_Q")
        .noneSatisfy((name, shape) -> assertThat(name).contains("mlp"));
  }

  @Test
  void refusesANetworkThatTransformerLensDoesNotHave() throws Exception {
    assertThatThrownBy(() -> written(config("model.layerNorm", "post")))
        .hasMessage(
            "run-1: model.layerNorm is \"post\", but TransformerLens has LayerNorm before attention"
                + " and MLP only; without --for the weights can be written.");
    assertThatThrownBy(() -> written(config("model.activation", "square")))
        .hasMessageContaining("of these, TransformerLens has relu and gelu");
    assertThatThrownBy(() -> written(CATALOG.defaults()))
        .hasMessageContaining("TransformerLens has transformers only");
    assertThat(folder.resolve("out.safetensors")).doesNotExist();
  }
}
