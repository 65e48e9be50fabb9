package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import org.junit.jupiter.api.Test;

/** What does not fit the memory is refused by name, with what would fit. */
class MemoryCheckTest {
  private final Catalog catalog = new Laboratory(100_000_000).catalog();

  /** Its weights alone would fit; the images of every token in every head do not. */
  @Test
  void countsWhatIsComputedOnceForAllExamples() throws Exception {
    RunConfig config = catalog.with(catalog.defaults(), "model.type", "transformer");
    config = catalog.with(config, "task.modulus", 113L);
    config = catalog.with(config, "model.dModel", 64L);
    config = catalog.with(config, "model.dMlp", 4096L);
    assertThat(catalog.problems(catalog.with(config, "model.heads", 1L))).isEmpty();
    assertThat(catalog.problems(catalog.with(config, "model.heads", 64L)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.path()).isEqualTo("model"));
  }

  @Test
  void refusesAWindowOfMoreGradientsThanFitAndTakesTheLargestThatDoes() throws Exception {
    RunConfig config = catalog.with(catalog.defaults(), "gradient.type", "grokfastMa");
    assertThat(catalog.problems(config)).isEmpty();
    config = catalog.with(config, "gradient.window", 100_000L);
    assertThat(catalog.problems(config))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("gradient.window");
              assertThat(problem.sentence())
                  .startsWith("is 100000, which would keep 100,001 gradients of ")
                  .contains("but at most 0.1 GB may be used; it can be at most ");
            });
    String sentence = catalog.problems(config).get(0).sentence();
    long most = Long.parseLong(sentence.substring(sentence.lastIndexOf(' ') + 1));
    assertThat(most).isGreaterThan(100);
    assertThat(catalog.problems(catalog.with(config, "gradient.window", most))).isEmpty();
    assertThat(catalog.problems(catalog.with(config, "gradient.window", most + 1))).hasSize(1);
  }
}
