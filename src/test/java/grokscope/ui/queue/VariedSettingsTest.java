package grokscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.config.queue.QueuePlan;
import grokscope.config.queue.Variation;
import grokscope.ui.session.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A queue speaks the language of the panel. */
class VariedSettingsTest {
  private static final String DATA = "data.trainFraction";

  private final VariedSettings settings =
      new VariedSettings(Given.catalog(), Given.catalog().defaults());

  @Test
  void everythingOfThePanelVariesThatHasAnEffectAndSeveralValues() {
    List<String> paths =
        settings.groups().stream().flatMap(group -> group.paths().stream()).toList();
    assertThat(paths)
        .contains(
            DATA, "optimizer.weightDecay", "steps", "task.type", "model.type", "task.operation")
        .doesNotContain("seed", "script");
    assertThat(settings.groups().get(0).paths()).startsWith(DATA);
    assertThat(settings.title("task.type")).isEqualTo("Task");
    assertThat(settings.isChoice("task.type")).isTrue();
    assertThat(settings.isChoice(DATA)).isFalse();
  }

  @Test
  void valuesAreInTheUnitsOfThePanel() throws Exception {
    assertThat(settings.typed(DATA, "30, 40 %").values()).containsExactly(0.3, 0.4);
    assertThat(settings.typed(DATA, "30-50 by 10").values()).containsExactly(0.3, 0.4, 0.5);
    assertThat(settings.typed(DATA, "30–32").values()).containsExactly(0.3, 0.31, 0.32);
    assertThat(settings.typed("optimizer.weightDecay", "0.5-1.5 by 0.5").values())
        .containsExactly(0.5, 1.0, 1.5);
    assertThat(settings.typed("task.modulus", "5, 7").values()).containsExactly(5L, 7L);
  }

  @Test
  void refusalsNameWhatThePanelNames() {
    assertThatThrownBy(() -> settings.typed(DATA, "40, 400"))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith("Training data cannot be 400: it must be a number from ");
    assertThatThrownBy(() -> settings.typed(DATA, "0.5-0.9"))
        .hasMessage(
            "Training data has the range 0.5-0.9 without a distance, such as 0.5-0.9 by 0.1.");
    assertThatThrownBy(() -> settings.typed(DATA, "1-3 by 0"))
        .hasMessageContaining("must not be 0");
    assertThatThrownBy(() -> settings.typed("steps", "1-9000000"))
        .hasMessageContaining("too many values");
  }

  @Test
  void aRunThatCannotBeIsCalledByThePanelsWords() {
    List<Variation> varied =
        List.of(
            new Variation("task.operation", List.of("x/y")),
            new Variation("task.modulus", List.of(59L, 60L)));
    assertThatThrownBy(() -> QueuePlan.of(Given.catalog(), Given.catalog().defaults(), varied))
        .satisfies(
            refused ->
                assertThat(settings.inWords(refused.getMessage(), varied))
                    .startsWith("run 2 of 2 (Operation ")
                    .contains("Modulus 60): Modulus is 60")
                    .doesNotContain("task."));
  }
}
