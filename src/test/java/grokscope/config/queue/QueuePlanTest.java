package grokscope.config.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.TestCatalog;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a queue runs, by hand-counted products. */
class QueuePlanTest {
  private final Catalog catalog = TestCatalog.catalog();
  private final RunConfig base = catalog.defaults();

  private QueuePlan plan(String... variations) throws InvalidConfig {
    List<Variation> all = new ArrayList<>();
    for (String variation : variations) {
      all.add(Variation.parse(catalog, base, "--vary", variation));
    }
    return QueuePlan.of(catalog, base, all);
  }

  @Test
  void theProductChangesTheSeedFastestWhereverItStood() throws Exception {
    assertThat(plan("seed=7,3", "data.trainFraction=0.3,0.4", "model.width=8-9").runs())
        .extracting(PlannedRun::words)
        .containsExactly(
            "data.trainFraction=0.3, model.width=8, seed=7",
            "data.trainFraction=0.3, model.width=8, seed=3",
            "data.trainFraction=0.3, model.width=9, seed=7",
            "data.trainFraction=0.3, model.width=9, seed=3",
            "data.trainFraction=0.4, model.width=8, seed=7",
            "data.trainFraction=0.4, model.width=8, seed=3",
            "data.trainFraction=0.4, model.width=9, seed=7",
            "data.trainFraction=0.4, model.width=9, seed=3");
  }

  @Test
  void everyRunHasItsValuesAndNoOthers() throws Exception {
    PlannedRun run = plan("data.trainFraction=0.3,0.5", "seed=2").runs().get(1);
    RunConfig expected = catalog.with(catalog.with(base, "data.trainFraction", 0.5), "seed", 2L);
    assertThat(run.config()).isEqualTo(expected);
    assertThat(run.varied()).isEqualTo(Map.of("data.trainFraction", 0.5));
    assertThat(run.number()).isEqualTo(2);
    assertThat(run.folder()).isEqualTo("data.trainFraction=0.5,seed=2");
  }

  @Test
  void withoutVariationsThereIsOneRun() throws Exception {
    assertThat(plan().runs()).extracting(PlannedRun::config).containsExactly(base);
  }

  @Test
  void aTypeComesBeforeItsKnobs() throws Exception {
    PlannedRun run = plan("model.heads=2", "model.type=transformer").runs().get(0);
    assertThat(run.config().get("model.heads")).isEqualTo(2L);
  }

  @Test
  void namesThatBecomeTheSameAreToldApart() throws Exception {
    Knob operation =
        Knobs.choice("operation")
            .titled("operation")
            .says("A knob.")
            .nextRun()
            .among(Option.of("x*y"), Option.of("x/y"));
    List<Section> sections =
        catalog.sections().stream()
            .map(s -> s.path().equals("data") ? Section.fixed("data", "", List.of(operation)) : s)
            .toList();
    Catalog other = new Catalog(sections, List.of());
    QueuePlan plan =
        QueuePlan.of(
            other,
            other.defaults(),
            List.of(new Variation("data.operation", List.of("x*y", "x/y"))));
    assertThat(plan.runs())
        .extracting(PlannedRun::folder)
        .containsExactly("data.operation=x-y,seed=0", "data.operation=x-y,seed=0-2");
  }

  @Test
  void refusesWhatCannotBeVariedSo() {
    assertThatThrownBy(() -> plan("data.trainFraction=0.3,", "seed=1"))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith("data.trainFraction is \"0.3,\", but must be values with commas");
    assertThatThrownBy(() -> plan("data.trainFraction"))
        .hasMessageStartingWith("--vary is \"data.trainFraction\", but must be path=value,value");
    assertThatThrownBy(() -> plan("seed=4-2"))
        .hasMessage("seed has the range 4-2, but a range must run upwards.");
    assertThatThrownBy(() -> plan("seed=0-1000"))
        .hasMessage("seed has too many values, but must have at most 1000.");
    assertThatThrownBy(() -> plan("seed=1,1")).hasMessage("seed has 1 twice.");
    assertThatThrownBy(() -> plan("seed=1", "seed=2")).hasMessage("seed is varied twice.");
    assertThatThrownBy(() -> plan("seed=0-999", "steps=1-11"))
        .hasMessage("seed makes the queue longer than 10000 runs, which is the maximum.");
  }

  @Test
  void aRunThatCannotBeIsNamed() {
    assertThatThrownBy(() -> plan("data.trainFraction=0.3,7", "seed=0-1"))
        .hasMessage(
            "run 3 of 4 (data.trainFraction=7, seed=0): data.trainFraction is 7, but must be a"
                + " number from 0.01 to 0.99.");
    assertThatThrownBy(() -> plan("data.trainFractoin=0.3"))
        .hasMessage(
            "run 1 of 1 (data.trainFractoin=0.3): data.trainFractoin is not a setting; did you mean"
                + " data.trainFraction?");
  }

  @Test
  void aFileSaysTheSame() throws Exception {
    QueueFile file =
        QueueFile.read(
            Json.read(
                """
                {"preset": "first-look", "vary": {"data.trainFraction": [0.3, 0.4]},
                 "seeds": [0, 1], "steps": 3000, "until": "grokked"}
                """));
    assertThat(file.preset()).isEqualTo("first-look");
    assertThat(file.steps()).isEqualTo(Optional.of(3000));
    assertThat(file.until()).isEqualTo(Optional.of("grokked"));
    assertThat(QueuePlan.of(catalog, base, file.variations()).runs())
        .extracting(PlannedRun::folder)
        .containsExactlyElementsOf(
            plan("data.trainFraction=0.3,0.4", "seed=0,1").runs().stream()
                .map(PlannedRun::folder)
                .toList());
  }

  @Test
  void aFileWithMistakesIsRefusedByPath() {
    refused("{\"presets\": \"a\"}", "presets is not a known key; did you mean \"preset\"?");
    refused("{\"seeds\": [1]}", "preset is missing.");
    refused("{\"preset\": 3}", "preset is 3, but must be a text.");
    refused(
        "{\"preset\": \"a\", \"vary\": {\"seed\": 3}}",
        "vary.seed is 3, but must be a list of values.");
    refused(
        "{\"preset\": \"a\", \"seeds\": [1, null]}",
        "seeds[1] is null, but must be a number or a text.");
    refused(
        "{\"preset\": \"a\", \"seeds\": []}", "seeds has no values, but must have at least one.");
    refused(
        "{\"preset\": \"a\", \"vary\": []}", "vary is a list, but must be an object in braces.");
  }

  private static void refused(String json, String message) {
    assertThatThrownBy(() -> QueueFile.read(Json.read(json)))
        .isInstanceOf(InvalidConfig.class)
        .hasMessage(message);
  }
}
