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
          PanelPlan.of(Given.catalog(), config).groups().stream()
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
          PanelPlan.of(Given.catalog(), config).groups().stream()
              .flatMap(group -> group.paths().stream())
              .toList();
      assertThat(shown)
          .doesNotHaveDuplicates()
          .contains("task.type")
          .containsAll(task.knobs().stream().map(knob -> "task." + knob.name()).toList());
    }
  }

  @Test
  void dataAndDecayComeFirstAndRareKnobsAreFolded() {
    List<PanelPlan.Group> groups = PanelPlan.of(Given.catalog(), Given.config()).groups();
    assertThat(groups.get(0).paths())
        .containsExactly("data.trainFraction", "optimizer.weightDecay");
    PanelPlan.Group last = groups.get(groups.size() - 1);
    assertThat(last.collapsed()).isTrue();
    assertThat(last.paths())
        .contains(
            "optimizer.beta1",
            "loss.type",
            "loss.precision",
            "gradient.type",
            "weights.gradientNoise",
            "weights.weightNoise",
            "weights.normClamp");
  }
}
