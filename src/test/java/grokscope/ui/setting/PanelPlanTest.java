package grokscope.ui.setting;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.ui.session.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelPlanTest {
  @Test
  void everyKnobOfEveryKindIsOnThePanelOnce() {
    for (Object[] choice : everyKind()) {
      RunConfig config = Given.config(choice);
      List<String> shown =
          PanelPlan.of(Given.catalog(), config, List.of("seed")).groups().stream()
              .flatMap(group -> group.paths().stream())
              .toList();
      List<String> knobs =
          Given.catalog().paths(config).stream()
              .filter(path -> Given.catalog().knob(config, path).isPresent())
              .toList();
      assertThat(shown).doesNotHaveDuplicates().containsAll(knobs);
    }
  }

  private static List<Object[]> everyKind() {
    return Given.catalog().sections().stream()
        .filter(Section::hasType)
        .flatMap(
            section ->
                section.kinds().stream()
                    .map(kind -> new Object[] {section.pathOf("type"), kind.id()}))
        .toList();
  }

  @Test
  void everyKnobOfEveryTaskIsOnThePanelOnce() {
    for (Kind<?> task : Given.catalog().section("task").orElseThrow().kinds()) {
      RunConfig config = Given.config("task.type", task.id());
      List<String> shown =
          PanelPlan.of(Given.catalog(), config, List.of("seed")).groups().stream()
              .flatMap(group -> group.paths().stream())
              .toList();
      assertThat(shown)
          .doesNotHaveDuplicates()
          .contains("task.type")
          .containsAll(task.knobs().stream().map(knob -> "task." + knob.name()).toList());
    }
  }

  @Test
  void dataAndDecayComeFirstThenWhatThePresetNamesAndRareKnobsAreFolded() {
    List<PanelPlan.Group> groups = plan(List.of("optimizer.weightDecay", "seed"));
    assertThat(groups.get(0).title()).isEmpty();
    assertThat(groups.get(0).paths())
        .containsExactly(
            "data.trainFraction", "optimizer.weightDecay", "seed", "optimizer.learningRate");
    assertThat(plan(List.of()).get(0).paths())
        .containsExactly(
            "data.trainFraction", "optimizer.weightDecay", "optimizer.learningRate", "steps");
    assertThat(plan(List.of("seed", "model.width", "batch")).get(0).paths())
        .as("all that the preset names")
        .containsExactly(
            "data.trainFraction", "optimizer.weightDecay", "seed", "model.width", "batch");
    assertThat(paths(groups, "Training details"))
        .contains(
            "optimizer.beta1",
            "loss.precision",
            "gradient.type",
            "weights.gradientNoise",
            "weights.weightNoise",
            "weights.normClamp");
    assertThat(paths(groups, "Network details"))
        .contains("model.unembedding", "model.logits", "model.initialization");
    assertThat(paths(groups, "Training")).contains("optimizer.type", "batch", "steps", "loss.type");
    assertThat(paths(groups, "Measures and script"))
        .containsExactlyInAnyOrder("measures", "script");
  }

  private static List<PanelPlan.Group> plan(List<String> focus) {
    return PanelPlan.of(Given.catalog(), Given.config(), focus).groups();
  }

  private static List<String> paths(List<PanelPlan.Group> groups, String title) {
    return groups.stream()
        .filter(group -> group.title().equals(title))
        .flatMap(group -> group.paths().stream())
        .toList();
  }
}
