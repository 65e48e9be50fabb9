package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.measure.AllMetrics;
import grokscope.task.Tasks;
import grokscope.telemetry.Metric;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run cannot have is said with its reason, and nothing is lost between the two. */
class NotMeasuredTest {
  private static final Laboratory LABORATORY = new Laboratory(1L << 30);
  private static final Catalog CATALOG = LABORATORY.catalog();

  private static RunConfig config(Object... pathsAndValues) throws InvalidConfig {
    RunConfig config = CATALOG.defaults();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = CATALOG.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    return config;
  }

  private static Set<String> reasons(Object... pathsAndValues) throws InvalidConfig {
    return new Choices(config(pathsAndValues)).notMeasured().keySet();
  }

  @Test
  void everyColumnIsMeasuredOrSaidToBeMissing() throws Exception {
    for (RunConfig config :
        List.of(
            config("measures", "all"),
            config("measures", "all", "task.modulus", 60L),
            config("measures", "all", "model.type", "linear"),
            config("measures", "all", "task.type", "permutations"),
            config("measures", "all", "loss.type", "meanSquaredError", "model.input", "one-hot"))) {
      Set<String> said =
          Stream.concat(
                  LABORATORY.metrics(config).stream().map(Metric::id),
                  new Choices(config).notMeasured().values().stream().flatMap(Collection::stream))
              .collect(Collectors.toSet());
      assertThat(AllMetrics.ids())
          .filteredOn(id -> !id.startsWith("test_loss_") && !id.equals("in_context_score"))
          .as(config.toString())
          .allMatch(said::contains);
      assertThat(new Choices(config).notMeasured().values())
          .flatMap(ids -> ids)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theReasonIsThatOfTheTask() throws Exception {
    assertThat(reasons()).isEmpty();
    assertThat(reasons("task.modulus", 60L)).containsExactly("the modulus 60 is even");
    assertThat(reasons("task.pairs", "unordered"))
        .containsExactly("the table has only the pairs with x ≤ y");
    assertThat(reasons("task.operation", "x*y"))
        .containsExactly("the operation is neither x + y nor x − y");
    assertThat(reasons("task.type", "parity")).isEmpty();
    assertThat(reasons("task.type", "parity", "measures", "all"))
        .containsExactly(
            "the task is not x + y or x − y modulo a number",
            "the task is not x·y of permutations");
  }

  @Test
  void aTaskIsATableOfSumsOrSaysWhyNot() throws Exception {
    for (var task : Tasks.ALL) {
      RunConfig config = config("task.type", task.id());
      boolean sums = task.factory().cyclicSums(config.task()).isPresent();
      assertThat(task.factory().whyNoCyclicSums(config.task()).isPresent())
          .as(task.id())
          .isNotEqualTo(sums);
    }
  }

  @Test
  void manyColumnsAreMissingForOneReason() throws Exception {
    Map<String, List<String>> missing =
        new Choices(config("measures", "all", "task.modulus", 60L)).notMeasured();
    assertThat(missing.get("the modulus 60 is even"))
        .hasSize(17)
        .contains("restricted_loss", "trig_loss", "keys_by_neurons");
  }
}
