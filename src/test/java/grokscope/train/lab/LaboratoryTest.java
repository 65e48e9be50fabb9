package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the laboratory refuses before a run, and what it makes of a config. */
class LaboratoryTest {
  private final Catalog catalog = new Laboratory(4_000_000_000L).catalog();

  private RunConfig config(Object... pathsAndValues) throws InvalidConfig {
    RunConfig config = catalog.defaults();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = catalog.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    return config;
  }

  private List<String> problems(Object... pathsAndValues) throws InvalidConfig {
    return catalog.problems(config(pathsAndValues)).stream().map(Problem::toString).toList();
  }

  @Test
  void moreWrongAnswersThanTrainingExamplesAreRefused() throws Exception {
    // 59² · 0.4 = 1392.4
    assertThat(problems("data.outliers", 1392L)).isEmpty();
    assertThat(problems("data.outliers", 1393L))
        .containsExactly("data.outliers is 1393, but only 1392 examples are trained on");
    assertThat(problems("data.labelNoise", 1.0)).isEmpty();
    assertThat(problems("data.outliers", 1000L, "data.labelNoise", 0.5))
        .containsExactly(
            "data.outliers is 1000, which with data.labelNoise = 0.5 makes 1696 wrong answers, but"
                + " only 1392 examples are trained on");
  }

  @Test
  void aBatchLargerThanTheTrainingSetIsRefused() throws Exception {
    assertThat(problems("batch", 1392L)).isEmpty();
    assertThat(problems("batch", 1393L))
        .containsExactly(
            "batch is 1393, but only 1392 of 3481 examples are trained on; it can be \"full\" or at"
                + " most 1392");
  }

  @Test
  void impossibleParitiesAreRefused() throws Exception {
    assertThat(problems("task.type", "parity")).isEmpty();
    assertThat(
            problems(
                "task.type", "parity", "task.bits", 5L, "task.relevant", 6L, "task.examples", 33L))
        .containsExactly(
            "task.examples is 33, but there are only 32 different inputs of 5 operands",
            "task.relevant is 6, but there are only task.bits = 5");
    assertThat(
            problems(
                "task.type", "parity", "task.bits", 5L, "task.relevant", 5L, "task.examples", 32L))
        .isEmpty();
  }

  @Test
  void aConcealedSumNeedsEnoughOperandsForItsExamples() throws Exception {
    assertThat(problems("task.type", "concealed")).isEmpty();
    assertThat(problems("task.type", "concealed", "task.irrelevant", 0L))
        .containsExactly(
            "task.examples is 800, but there are only 49 different inputs of 2 operands");
  }

  @Test
  void aTableBeyondTheMemoryIsRefusedBeforeItIsMade() throws Exception {
    Catalog tight = new Laboratory(70_000_000).catalog();
    RunConfig large = config("task.type", "parity", "task.bits", 60L, "task.examples", 100_000L);
    assertThat(catalog.problems(large)).isEmpty();
    assertThat(tight.problems(large))
        .singleElement()
        .hasToString(
            "task has 100,000 examples of 61 tokens and would need about 0.1 GB, but at most 0.1 GB"
                + " may be used; make the table smaller");
    assertThat(tight.problems(config())).isEmpty();
  }

  /** At the first step the test loss is that of the clean run, and the training loss is not. */
  @Test
  void wrongAnswersAreTrainedOnAndNeverTested() throws Exception {
    try (Backend backend = new CpuBackend(1);
        Experiment clean = new ExperimentFactory(backend).make(config());
        Experiment noisy =
            new ExperimentFactory(backend)
                .make(config("data.outliers", 300L, "data.labelNoise", 0.1))) {
      assertThat(noisy.look().probe().test().meanLoss())
          .isEqualTo(clean.look().probe().test().meanLoss());
      assertThat(noisy.look().probe().train().meanLoss())
          .isNotEqualTo(clean.look().probe().train().meanLoss());
    }
  }

  /** A network that sees the whole sequence would copy the answers that stand in it. */
  @Test
  void noMaskIsRefusedWhereASequenceHoldsItsAnswers() throws InvalidConfig {
    Object[] open = {"model.type", "transformer", "model.layers", 2L, "model.mask", "none"};
    for (String task : List.of("induction", "digit-addition")) {
      assertThat(problems(with(open, "task.type", task)))
          .anyMatch(problem -> problem.startsWith("model.mask is \"none\", but the sequences"));
    }
    for (String task : List.of("modular", "skip-trigram", "parity", "permutations", "concealed")) {
      assertThat(problems(with(open, "task.type", task))).as(task).isEmpty();
    }
  }

  /** Tied weights have a logit for the numbers alone, too; of two embeddings neither is chosen. */
  @Test
  void tiedWeightsNeedOneEmbedding() throws InvalidConfig {
    Object[] tied = {"model.type", "transformer", "model.unembedding", "tied"};
    assertThat(problems(with(tied, "model.outputs", "numbers"))).isEmpty();
    assertThat(problems(with(tied, "model.sequence", "operands"))).isEmpty();
    assertThat(
            problems(
                "model.type", "mlp", "model.unembedding", "tied", "model.embeddings", "separate"))
        .singleElement()
        .asString()
        .startsWith("model.unembedding is \"tied\", but with model.embeddings = \"separate\"");
  }

  private static Object[] with(Object[] settings, String path, Object value) {
    return Stream.concat(Stream.of(settings), Stream.of(path, value)).toArray();
  }
}
