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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MLPs of ours, written as stacks of layers under other names, are found again. */
class LayerStackTest {
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

  private RunConfig mlp(Object... more) throws Exception {
    List<Object> all = new ArrayList<>(List.of("model.embedding", 6L, "model.width", 10L));
    all.addAll(List.of(more));
    return bench.config(all.toArray());
  }

  /** As nn.Linear has it. */
  private static Tensor linear(String name, Tensor matrix) {
    return named(Turned.transposed(matrix), name);
  }

  /** One under the other, as the layer of a concatenation has them. */
  private static Tensor joined(Tensor upper, Tensor lower) {
    float[] both = new float[upper.values().length + lower.values().length];
    System.arraycopy(upper.values(), 0, both, 0, upper.values().length);
    System.arraycopy(lower.values(), 0, both, upper.values().length, lower.values().length);
    int[] shape = {upper.shape()[0] + lower.shape()[0], upper.shape()[1]};
    return new Tensor(upper.name(), shape, both);
  }

  @Test
  void ourOwnNamesAreRead() throws Exception {
    for (RunConfig config :
        List.of(
            mlp(),
            mlp("model.combine", "sum", "model.layers", 3L),
            mlp("model.biases", "everywhere", "model.activation", "gelu"),
            mlp("model.unembedding", "tied"),
            mlp("model.embeddings", "separate"),
            mlp("model.input", "one-hot", "model.embedding", 64L),
            mlp("model.input", "binary", "model.embedding", 64L),
            bench.config("model.type", "linear"))) {
      List<Tensor> weights = bench.weights(config);
      FoundWeights found = bench.read(weights);
      assertThat(found.form()).isEqualTo("Grokscope");
      bench.assertFound(found, config, weights);
    }
  }

  @Test
  void aSharedEmbeddingSideBySide() throws Exception {
    RunConfig config = mlp("model.biases", "everywhere");
    List<Tensor> ours = bench.weights(config);
    FoundWeights found =
        bench.read(
            List.of(
                named(get(ours, "embed.W_E"), "emb.weight"),
                named(get(ours, "hidden.0.b"), "net.0.bias"),
                linear(
                    "net.0.weight", joined(get(ours, "hidden.0.W_0"), get(ours, "hidden.0.W_1"))),
                named(get(ours, "unembed.b_U"), "net.2.bias"),
                linear("net.2.weight", get(ours, "unembed.W_U"))));
    bench.assertFound(found, config, ours);
  }

  @Test
  void aSharedEmbeddingAddedThroughTwoLayers() throws Exception {
    RunConfig config = mlp("model.combine", "sum", "model.layers", 2L);
    List<Tensor> ours = bench.weights(config);
    FoundWeights found =
        bench.read(
            List.of(
                linear("fc1.weight", get(ours, "hidden.0.W")),
                named(get(ours, "hidden.0.b"), "fc1.bias"),
                linear("fc10.weight", get(ours, "unembed.W_U")),
                linear("fc2.weight", get(ours, "hidden.1.W")),
                named(get(ours, "hidden.1.b"), "fc2.bias"),
                named(get(ours, "embed.W_E"), "token_embedding.weight")));
    bench.assertFound(found, config, ours);
  }

  @Test
  void twoEmbeddings() throws Exception {
    RunConfig config = mlp("model.embeddings", "separate", "model.biases", "off");
    List<Tensor> ours = bench.weights(config);
    FoundWeights found =
        bench.read(
            List.of(
                named(get(ours, "embed.W_E_1"), "Embedding_right.weight"),
                named(get(ours, "embed.W_E_0"), "Embedding_left.weight"),
                linear(
                    "linear.weight", joined(get(ours, "hidden.0.W_0"), get(ours, "hidden.0.W_1"))),
                linear("Umbedding.weight", get(ours, "unembed.W_U"))));
    bench.assertFound(found, config, ours);
  }

  @Test
  void twoFirstLayersWhoseBiasesAddUp() throws Exception {
    RunConfig config = mlp();
    List<Tensor> ours = bench.weights(config);
    FoundWeights found =
        bench.read(
            List.of(
                named(get(ours, "embed.W_E"), "embedding.weight"),
                linear("linear1r.weight", get(ours, "hidden.0.W_1")),
                counted("linear1r.bias", 10),
                linear("linear1l.weight", get(ours, "hidden.0.W_0")),
                named(get(ours, "hidden.0.b"), "linear1l.bias"),
                linear("linear2.weight", get(ours, "unembed.W_U"))));
    Tensor added = Turned.sum(get(ours, "hidden.0.b"), counted("linear1r.bias", 10));
    bench.assertFound(
        found,
        config,
        Workbench.each(
            ours,
            tensor ->
                tensor.name().equals("hidden.0.b")
                    ? new Tensor(tensor.name(), tensor.part(), tensor.shape(), added.values())
                    : tensor));
    assertThat(found.candidates().get(0).remarks())
        .containsExactly(
            "linear1r.bias was added to the biases of the layer beside it, as they are added"
                + " anyway.");
  }

  @Test
  void vectorsOfANormalisationAreNoBiases() throws Exception {
    List<Tensor> ours = bench.weights(mlp("model.biases", "off", "model.layers", 2L));
    for (String gain : List.of("ln.weight", "norm1.gamma", "bn_1.running_mean", "act.weight")) {
      List<Tensor> file =
          List.of(
              named(get(ours, "embed.W_E"), "emb.weight"),
              linear("fc1.weight", joined(get(ours, "hidden.0.W_0"), get(ours, "hidden.0.W_1"))),
              linear("fc2.weight", get(ours, "hidden.1.W")),
              linear("out.weight", get(ours, "unembed.W_U")),
              Workbench.counted(gain, 10),
              Workbench.counted("ln.bias", 10));
      assertThat(bench.refusal(file)).contains(" [10] has no place in a network of this program");
    }
  }

  @Test
  void aTiedOutputWithABias() throws Exception {
    RunConfig config = mlp("model.unembedding", "tied", "model.biases", "everywhere");
    List<Tensor> ours = bench.weights(config);
    Tensor back = counted("out.bias", 6);
    FoundWeights found =
        bench.read(
            List.of(
                named(get(ours, "embed.W_E"), "embedding.weight"),
                linear("l1.weight", joined(get(ours, "hidden.0.W_0"), get(ours, "hidden.0.W_1"))),
                named(get(ours, "hidden.0.b"), "l1.bias"),
                linear("l2.weight", get(ours, "output.W")),
                named(back, "l2.bias")));
    Tensor logits = Turned.product(back, Turned.transposed(get(ours, "embed.W_E")));
    bench.assertFound(
        found,
        config,
        Workbench.each(
            ours,
            tensor ->
                tensor.name().equals("unembed.b_U")
                    ? new Tensor(tensor.name(), tensor.part(), tensor.shape(), logits.values())
                    : tensor));
  }

  @Test
  void oneHotInputsInEveryOrientation() throws Exception {
    RunConfig config =
        mlp(
            "model.input",
            "one-hot",
            "model.embedding",
            64L,
            "model.biases",
            "off",
            "model.activation",
            "square");
    List<Tensor> ours = bench.weights(config);
    Tensor first = joined(get(ours, "hidden.0.W_0"), get(ours, "hidden.0.W_1"));
    Tensor second = get(ours, "unembed.W_U");
    bench.assertFound(bench.read(List.of(linear("W1", first), linear("W2", second))), config, ours);
    bench.assertFound(bench.read(List.of(named(first, "W1"), named(second, "W2"))), config, ours);
    bench.assertFound(bench.read(List.of(linear("W1", first), named(second, "W2"))), config, ours);
    bench.assertFound(
        bench.read(
            List.of(
                named(get(ours, "hidden.0.W_0"), "W_x"),
                named(get(ours, "hidden.0.W_1"), "W_y"),
                named(second, "W_z"))),
        config,
        ours);
  }

  @Test
  void noHiddenLayerAtAll() throws Exception {
    RunConfig config = bench.config("model.type", "linear");
    List<Tensor> ours = bench.weights(config);
    bench.assertFound(
        bench.read(
            List.of(
                linear("fc.weight", joined(get(ours, "linear.W_0"), get(ours, "linear.W_1"))),
                named(get(ours, "linear.b"), "fc.bias"))),
        config,
        ours);
  }

  @Test
  void whereTwoMeaningsRemainBothAreCandidates() throws Exception {
    FoundWeights found =
        bench.read(
            List.of(
                counted("embed.weight", 11, 10),
                counted("a.weight", 10, 10),
                counted("b.weight", 10, 10),
                counted("head.weight", 11, 10)));
    assertThat(found.candidates().stream().map(each -> each.config().model()))
        .anyMatch(model -> model.choice("combine").equals("sum") && model.whole("layers") == 2)
        .anyMatch(
            model -> model.choice("combine").equals("concatenate") && model.whole("layers") == 1);
  }

  @Test
  void whatFitsNothingIsQuoted() {
    assertThat(bench.refusal(List.of(counted("conv.weight", 3, 3), counted("fc.weight", 5, 4))))
        .isEqualTo(
            "no network is known by what the file holds: conv.weight [3, 3], fc.weight [5, 4];"
                + " looked for were TransformerLens's names (embed.W_E, blocks.0.attn.W_Q),"
                + " embeddings and linear layers that lead from two numbers to an answer, and"
                + " Grokscope's own.");
    assertThat(
            bench.refusal(
                List.of(
                    counted("embed.weight", 11, 6),
                    counted("fc.weight", 10, 12),
                    counted("norm.weight", 9),
                    counted("head.weight", 11, 10))))
        .startsWith(
            "norm.weight [9] has no place in a network of this program, and it is not zero");
  }
}
