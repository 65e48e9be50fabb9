package grokscope.train.look;

import static grokscope.train.look.MeasuredNetwork.measured;
import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.train.lab.Choices;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The progress measures of real networks, whose circuits are known beforehand. */
class CircuitProbeTest {
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();

  private static RunConfig config(Object... pathsAndValues) throws InvalidConfig {
    RunConfig config = CATALOG.defaults();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = CATALOG.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    CATALOG.check(config);
    return config;
  }

  private static RunConfig quadratic(String initialization) throws InvalidConfig {
    return config(
        "task.modulus",
        23L,
        "model.input",
        "one-hot",
        "model.width",
        2000L,
        "model.activation",
        "square",
        "model.biases",
        "off",
        "model.initialization",
        initialization);
  }

  /** Its logits are waves of the sum and nothing else, so all is in the circuit. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theAnalyticNetworkIsAllCircuit(int lanes) throws Exception {
    RunConfig config = quadratic("periodic");
    try (Backend backend = new CpuBackend(lanes);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      Map<String, Double> seen = measured(config, experiment);
      assertThat(seen).containsEntry("test_accuracy", 1.0);
      assertThat(seen).containsEntry("restricted_accuracy", 1.0);
      assertThat(seen.get("excluded_accuracy")).isLessThan(0.3);
    }
  }

  @Test
  void anUntrainedNetworkHasNoCircuit() throws Exception {
    RunConfig config = quadratic("fan-in");
    try (Backend backend = new CpuBackend(2);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      Map<String, Double> seen = measured(config, experiment);
      assertThat(seen.get("restricted_accuracy")).isLessThan(0.3);
      assertThat(seen.get("embedding_gini")).isLessThan(0.2);
      assertThat(seen.get("key_frequencies")).isGreaterThan(5);
      assertThat(seen.get("excluded_loss")).isCloseTo(seen.get("train_loss"), Offset.offset(0.5));
    }
  }

  /** The pass of the gradient has the logits of the training pairs, unless it was taken before. */
  @Test
  void theGradientShowsTheSameLogitsAsAnEvaluation() throws Exception {
    RunConfig config = config("task.modulus", 13L);
    try (Backend backend = new CpuBackend(2);
        Experiment atOnce = new ExperimentFactory(backend).make(config);
        Experiment again = new ExperimentFactory(backend).make(config)) {
      for (int i = 0; i < 3; i++) {
        again.training().gradient();
        assertThat(measured(config, atOnce)).isEqualTo(measured(config, again));
        assertThat(measured(config, atOnce)).isEqualTo(measured(config, again));
        atOnce.training().update();
        again.training().update();
      }
    }
  }

  /** A transformer's table has a row for "=" as well, and a run may have one lane or two. */
  @Test
  void everyNetworkThatReadsTokensIsMeasuredAndTrainsAsBefore() throws Exception {
    for (String model : List.of("mlp", "transformer", "linear")) {
      for (String operation : List.of("x+y", "x-y")) {
        RunConfig config =
            config("model.type", model, "task.modulus", 13L, "task.operation", operation);
        assertMeasuredAndTrainedAsBefore(config);
      }
    }
    assertMeasuredAndTrainedAsBefore(config("task.modulus", 13L, "model.input", "one-hot"));
    assertMeasuredAndTrainedAsBefore(config("task.modulus", 13L, "model.input", "binary"));
  }

  private static void assertMeasuredAndTrainedAsBefore(RunConfig config) throws Exception {
    try (Backend backend = new CpuBackend(2);
        Experiment watched = new ExperimentFactory(backend).make(config);
        Experiment alone = new ExperimentFactory(backend).make(config)) {
      for (int i = 0; i < 4; i++) {
        Map<String, Double> seen = measured(config, watched);
        assertThat(seen.values()).allMatch(Double::isFinite);
        watched.training().update();
        alone.training().update();
      }
      assertThat(watched.training().gradient()).isEqualTo(alone.training().gradient());
    }
  }

  @Test
  void onlyTablesOfSumsHaveTheseMeasures() throws Exception {
    assertThat(ids(config())).contains("restricted_loss", "excluded_loss", "key_frequencies");
    for (RunConfig other :
        List.of(
            config("task.operation", "x*y"),
            config("task.modulus", 60L),
            config("task.pairs", "unordered"),
            config("task.type", "permutations", "task.degree", 4L))) {
      assertThat(ids(other)).doesNotContain("restricted_loss");
    }
  }

  private static List<String> ids(RunConfig config) {
    return new Choices(config).measures().stream().map(measure -> measure.metric().id()).toList();
  }
}
