package grokscope.run.weights;

import static grokscope.run.weights.Workbench.counted;
import static grokscope.run.weights.Workbench.each;
import static grokscope.run.weights.Workbench.get;
import static grokscope.run.weights.Workbench.named;
import static grokscope.run.weights.Workbench.with;
import static grokscope.run.weights.Workbench.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.telemetry.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transformers of ours, written as others write them, are found again with the same weights. */
class TransformerLayoutsTest {
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

  private List<RunConfig> forms() throws Exception {
    return List.of(
        bench.transformer(),
        bench.transformer("model.biases", "off"),
        bench.transformer("model.outputs", "numbers"),
        bench.transformer("model.sequence", "operands"),
        bench.transformer("model.layers", 2L, "model.mask", "none"),
        bench.transformer("model.layers", 2L, "model.layerNorm", "pre"),
        bench.transformer("model.layerNorm", "post", "model.activation", "gelu"),
        bench.transformer("model.layers", 2L, "model.block", "attention", "model.dMlp", 512L),
        bench.transformer("model.positions", "sinusoidal"),
        bench.transformer("model.unembedding", "tied", "task.operation", "x*y"));
  }

  /** What the library writes beside the weights. */
  private static List<Tensor> asTheLibraryWrites(List<Tensor> weights) {
    List<Tensor> all = new ArrayList<>(weights);
    for (int layer = 0; has(weights, "blocks." + layer + ".attn.W_Q"); layer++) {
      String attention = "blocks." + layer + ".attn.";
      all.add(zeros(attention + "b_Q", 2, 4));
      all.add(zeros(attention + "b_K", 2, 4));
      all.add(zeros(attention + "b_V", 2, 4));
      all.add(zeros(attention + "b_O", 8));
      all.add(new Tensor(attention + "IGNORE", new int[0], new float[] {-1e5f}));
    }
    all.add(zeros("unembed.b_U", 11));
    return all;
  }

  private static boolean has(List<Tensor> weights, String name) {
    return weights.stream().anyMatch(tensor -> tensor.name().equals(name));
  }

  private static List<Tensor> transposed(List<Tensor> weights) {
    return each(weights, tensor -> tensor.shape().length < 2 ? tensor : Turned.transposed(tensor));
  }

  /** Columns and rows exchanged where the notebook has them so; a flat output of the attention. */
  private static List<Tensor> asTheNotebookWrites(List<Tensor> weights) {
    return each(
        weights,
        tensor -> {
          if (tensor.name().endsWith("W_O")) {
            return Turned.transposed(Turned.shaped(tensor, 8, 8));
          }
          return tensor.name().matches("embed.W_E|.*W_[QKV]|.*W_in|.*W_out")
              ? Turned.transposed(tensor)
              : tensor;
        });
  }

  @Test
  void everyFormIsFoundAsItIs() throws Exception {
    for (RunConfig config : forms()) {
      List<Tensor> weights = bench.weights(config);
      FoundWeights found = bench.read(weights);
      assertThat(found.form()).isEqualTo("TransformerLens");
      bench.assertFound(found, config, weights);
      assertThat(found.candidates().get(0).remarks()).isEmpty();
    }
  }

  @Test
  void zeroBiasesAndBuffersChangeNothing() throws Exception {
    for (RunConfig config : forms()) {
      List<Tensor> weights = bench.weights(config);
      FoundWeights found = bench.read(asTheLibraryWrites(weights));
      bench.assertFound(found, config, weights);
      assertThat(bench.read(asTheLibraryWrites(weights), config).candidates())
          .singleElement()
          .satisfies(candidate -> Workbench.assertSame(candidate.weights(), weights));
    }
  }

  @Test
  void everyPrefixIsTakenAway() throws Exception {
    RunConfig config = bench.transformer();
    List<Tensor> weights = bench.weights(config);
    for (String prefix : List.of("model.", "module.", "_orig_mod.", "my net.", "module.model.")) {
      List<Tensor> prefixed = each(weights, tensor -> named(tensor, prefix + tensor.name()));
      bench.assertFound(bench.read(prefixed), config, weights);
    }
  }

  @Test
  void matricesTheOtherWayRoundAreTurned() throws Exception {
    for (RunConfig config : forms()) {
      List<Tensor> weights = bench.weights(config);
      if (!config.model().choice("positions").equals("learned")) {
        continue; // then nothing tells [8, 2, 4] from [2, 4, 8] turned
      }
      FoundWeights turned = bench.read(transposed(weights));
      bench.assertFound(turned, config, weights);
      assertThat(turned.candidates().get(0).remarks())
          .contains("All matrices were transposed, as their shapes say.");
      FoundWeights notebook = bench.read(asTheNotebookWrites(weights));
      assertThat(notebook.form()).isEqualTo("the notebook of Nanda et al. 2023");
      bench.assertFound(notebook, config, weights);
    }
  }

  @Test
  void whatTheSettingsSayOtherwiseOfTheMarkIsTakenFromTheShapes() throws Exception {
    List<Tensor> weights = bench.weights(bench.transformer("model.outputs", "numbers"));
    FoundWeights found = bench.read(weights, bench.transformer());
    assertThat(found.candidates().get(0).config().model().choice("outputs")).isEqualTo("numbers");
    assertThat(found.candidates().get(0).remarks())
        .containsExactly(
            "The settings say model.outputs = tokens; the file's shapes say numbers, which was"
                + " taken.");
  }

  @Test
  void biasesOfTheAttentionAreMergedWhereThatIsExact() throws Exception {
    List<Tensor> weights = bench.weights(bench.transformer());
    Tensor ofValues = counted("blocks.0.attn.b_V", 2, 4);
    Tensor ofOutputs = counted("blocks.0.attn.b_O", 8);
    FoundWeights found =
        bench.read(with(weights, ofValues, ofOutputs, counted("blocks.0.attn.b_K", 2, 4)));
    List<Tensor> merged = found.candidates().get(0).weights();
    Tensor out = get(weights, "blocks.0.attn.W_O");
    double[] added = new double[8];
    for (int j = 0; j < 8; j++) {
      added[j] = ofOutputs.values()[j];
      for (int i = 0; i < 8; i++) {
        added[j] += ofValues.values()[i] * out.values()[i * 8 + j];
      }
      assertThat(get(merged, "blocks.0.mlp.b_out").values()[j])
          .isCloseTo(
              (float) (get(weights, "blocks.0.mlp.b_out").values()[j] + added[j]),
              Offset.offset(1e-6f));
    }
    for (int n = 0; n < 12; n++) {
      double more = 0;
      for (int j = 0; j < 8; j++) {
        more += added[j] * get(weights, "blocks.0.mlp.W_in").values()[j * 12 + n];
      }
      assertThat(get(merged, "blocks.0.mlp.b_in").values()[n])
          .isCloseTo(
              (float) (get(weights, "blocks.0.mlp.b_in").values()[n] + more), Offset.offset(1e-6f));
    }
    assertThat(found.candidates().get(0).remarks())
        .anyMatch(remark -> remark.startsWith("blocks.0.attn.b_K was left out"))
        .anyMatch(remark -> remark.startsWith("blocks.0.attn.b_V was merged"))
        .anyMatch(remark -> remark.startsWith("blocks.0.attn.b_O was merged"));
  }

  @Test
  void whatWouldChangeTheFunctionIsRefusedByItsName() throws Exception {
    List<Tensor> weights = bench.weights(bench.transformer());
    assertThat(bench.refusal(with(weights, counted("blocks.0.attn.b_Q", 2, 4))))
        .startsWith("blocks.0.attn.b_Q [2, 4] is not zero (its largest value is 0.800)")
        .endsWith("the attention here has no biases.");
    assertThat(bench.refusal(with(weights, counted("unembed.b_U", 12))))
        .startsWith("unembed.b_U [12] is not zero (its largest value is 1.20)");
    assertThat(bench.refusal(with(weights, counted("blocks.0.attn.rotary_sin", 3, 4))))
        .contains("rotary positions");
    assertThat(bench.refusal(with(weights, counted("blocks.0.ln1.w", 8)))).contains("RMSNorm");
    assertThat(bench.refusal(with(weights, counted("head.weight", 5, 8))))
        .isEqualTo("head.weight [5, 8] has no place in a network of this program.");
    List<Tensor> normed = bench.weights(bench.transformer("model.layerNorm", "pre"));
    assertThat(bench.refusal(with(normed, counted("blocks.0.attn.b_V", 2, 4))))
        .startsWith("blocks.0.attn.b_V [2, 4] is not zero");
  }

  @Test
  void shapesThatDoNotFitAreNamed() throws Exception {
    List<Tensor> weights = bench.weights(bench.transformer());
    assertThat(
            bench.refusal(
                each(
                    weights,
                    tensor ->
                        tensor.name().equals("pos_embed.W_pos")
                            ? counted("pos_embed.W_pos", 3, 7)
                            : tensor)))
        .isEqualTo(
            "pos_embed.W_pos has the shape [3, 7], which does not fit blocks.0.attn.W_Q [2, 8, 4]"
                + " of a transformer with a width of 8.");
    List<Tensor> wide =
        each(
            weights,
            tensor -> tensor.name().endsWith("W_Q") ? counted(tensor.name(), 2, 8, 3) : tensor);
    assertThat(bench.refusal(wide)).contains("must be [heads, d_model, d_model/heads]");
  }

  @Test
  void aTiedUnembeddingThatIsSavedTwiceIsOne() throws Exception {
    RunConfig config = bench.transformer("model.unembedding", "tied");
    List<Tensor> weights = bench.weights(config);
    Tensor twice = Turned.transposed(get(weights, "embed.W_E"));
    FoundWeights found = bench.read(with(weights, named(twice, "unembed.W_U")));
    bench.assertFound(found, config, weights);
    assertThat(found.candidates().get(0).remarks())
        .anyMatch(remark -> remark.endsWith("so the two are one: tied."));
  }

  @Test
  void settingsThatWouldFitAreSaid() throws Exception {
    List<Tensor> weights = bench.weights(bench.transformer());
    assertThat(bench.refusal(weights, bench.transformer("model.dModel", 16L, "model.heads", 4L)))
        .isEqualTo(
            "the file holds a transformer of 1 layer, 2 heads and a width of 8, for 12 tokens at 3"
                + " positions and with 12 answers, and the settings have another network; these"
                + " settings would fit: model.heads=2, model.dModel=8.");
    assertThat(bench.refusal(weights, bench.transformer("task.modulus", 13L)))
        .endsWith(
            "and that is not the size of x + y mod 13; these settings would fit:"
                + " task.modulus=11.");
    assertThat(bench.refusal(weights, bench.config()))
        .contains("model.type=transformer", "model.dModel=8");
    assertThat(bench.refusal(weights, bench.transformer("model.biases", "off")))
        .endsWith("these settings would fit: model.biases=on.");
  }

  @Test
  void biasesThatAreZeroGoWhereTheSettingsHaveNone() throws Exception {
    RunConfig config = bench.transformer("model.biases", "off");
    List<Tensor> weights = bench.weights(config);
    FoundWeights found =
        bench.read(
            with(weights, zeros("blocks.0.mlp.b_in", 12), zeros("blocks.0.mlp.b_out", 8)), config);
    bench.assertFound(found, config, weights);
    assertThat(found.candidates().get(0).remarks())
        .containsExactly("The biases of the MLPs are zero and were left out.");
  }
}
