package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import org.junit.jupiter.api.Test;

/** Networks that cannot be are refused at the knob, in words. */
class ImpossibleNetworksTest {
  private final Catalog catalog = new Laboratory(1L << 30).catalog();

  private RunConfig config(String... changes) throws Exception {
    RunConfig config = catalog.defaults();
    for (int i = 0; i < changes.length; i += 2) {
      config = catalog.with(config, changes[i], changes[i + 1]);
    }
    return config;
  }

  @Test
  void oneHotInputHasNoEmbeddingToTie() throws Exception {
    RunConfig config =
        config("model.type", "mlp", "model.input", "one-hot", "model.unembedding", "tied");
    assertThat(catalog.problems(config))
        .extracting(Problem::toString)
        .containsExactly(
            "model.unembedding is \"tied\", but with model.input = \"one-hot\" there is no"
                + " embedding to tie it to; it must be \"separate\", or the input \"embedded\"");
    assertThat(catalog.problems(config("model.type", "mlp", "model.unembedding", "tied")))
        .isEmpty();
  }

  @Test
  void aTiedTransformerAnswersWithTokens() throws Exception {
    assertThat(catalog.problems(config("model.type", "transformer", "model.unembedding", "tied")))
        .isEmpty();
    RunConfig vectors =
        config(
            "task.type",
            "toy-addition",
            "loss.type",
            "meanSquaredError",
            "model.type",
            "transformer",
            "model.unembedding",
            "tied");
    assertThat(catalog.problems(vectors))
        .extracting(Problem::toString)
        .containsExactly(
            "model.unembedding is \"tied\", which gives a logit to each of the 11 tokens, but this"
                + " task is answered with 30 real numbers; it must be \"separate\"");
  }

  @Test
  void aCircleNeedsAnEmbeddingOfTwoNumbers() throws Exception {
    RunConfig wide = config("model.type", "mlp", "model.initialization", "circle");
    assertThat(catalog.problems(wide))
        .extracting(Problem::toString)
        .containsExactly(
            "model.initialization is \"circle\", which puts the embeddings of the numbers on a"
                + " circle: it needs a task of tokens, and in the model input = \"embedded\" and"
                + " embedding = 2");
    RunConfig flat = catalog.with(wide, "model.embedding", 2L);
    assertThat(catalog.problems(flat)).isEmpty();
    assertThat(catalog.problems(catalog.with(flat, "model.input", "binary")))
        .extracting(Problem::path)
        .containsExactly("model.initialization");
  }

  @Test
  void headsDivideTheWidth() throws Exception {
    RunConfig config = config("model.type", "transformer");
    config = catalog.with(config, "model.heads", 5L);
    assertThat(catalog.problems(config)).extracting(Problem::path).containsExactly("model.heads");
  }
}
