package grokscope.ui.setting;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.ui.session.Given;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {
  private final Draft draft = new Draft(Given.catalog(), Given.preset());

  @Test
  void anAllowedTextChangesTheConfig() {
    draft.type("data.trainFraction", "30");
    assertThat(draft.config().trainFraction()).isEqualTo(0.3);
    assertThat(draft.problems()).isEmpty();
  }

  @Test
  void aRefusedTextKeepsTheConfigAndSaysWhy() {
    draft.type("task.modulus", "many");
    assertThat(draft.config().task().whole("modulus")).isEqualTo(59);
    assertThat(draft.problems())
        .containsEntry("task.modulus", "Must be a whole number from 5 to 199.");
    assertThat(draft.reason()).isEqualTo("Modulus must be a whole number from 5 to 199.");
    assertThat(draft.differsFromPreset("task.modulus")).isTrue();
    draft.type("task.modulus", "61");
    assertThat(draft.problems()).isEmpty();
  }

  @Test
  void whatTheCatalogFindsIsShownAtItsKnob() {
    draft.set("task.operation", "x/y");
    draft.set("task.modulus", 60L);
    assertThat(draft.problems()).containsOnlyKeys("task.modulus");
    assertThat(draft.problems().get("task.modulus")).startsWith("Modulus is 60").endsWith(".");
  }

  @Test
  void aResetBringsThePresetsValueBackAlsoAfterARefusedText() {
    draft.set("optimizer.weightDecay", 0.0);
    assertThat(draft.differsFromPreset("optimizer.weightDecay")).isTrue();
    draft.type("optimizer.weightDecay", "x");
    draft.reset("optimizer.weightDecay");
    assertThat(draft.config()).isEqualTo(Given.catalog().defaults());
    assertThat(draft.problems()).isEmpty();
    assertThat(draft.differsFromPreset("optimizer.weightDecay")).isFalse();
  }

  @Test
  void anotherKindBringsItsKnobsAndForgetsTheOthersTexts() {
    String kind = draft.config().model().type();
    String other = kind.equals("mlp") ? "transformer" : "mlp";
    String knob = "model." + draft.config().model().values().keySet().iterator().next();
    draft.set("model.type", other);
    draft.set("model.type", kind);
    draft.type(knob, "nonsense");
    draft.set("model.type", other);
    assertThat(draft.config().model().type()).isEqualTo(other);
    assertThat(draft.differsFromPreset("model.type")).isTrue();
  }

  @Test
  void aKnobWithoutEffectSaysWhyUntilTheCauseIsGone() {
    draft.set("model.type", "mlp");
    assertThat(draft.idle("model.embedding")).isEmpty();
    draft.set("model.input", "one-hot");
    assertThat(draft.idle("model.embedding"))
        .contains("Has no effect: one-hot input has no embedding.");
    draft.set("model.input", "embedded");
    assertThat(draft.idle("model.embedding")).isEmpty();
  }

  @Test
  void aWrongValueCanBeMendedThoughItsKnobHasNoEffect() {
    draft.set("model.type", "mlp");
    draft.set("loss.type", "meanSquaredError");
    draft.set("data.outliers", 5L);
    draft.set("task.type", "teacher");
    assertThat(draft.problems()).containsOnlyKeys("data.outliers");
    assertThat(draft.idle("data.outliers")).isEmpty();
    draft.set("data.outliers", 0L);
    assertThat(draft.problems()).isEmpty();
    assertThat(draft.idle("data.outliers"))
        .contains("Has no effect: the answers of this task are real numbers.");
  }

  @Test
  void openingAPresetDropsEverythingEdited() {
    draft.type("seed", "x");
    draft.open(Given.preset("other", Given.config("seed", 7L)));
    assertThat(draft.problems()).isEmpty();
    assertThat(draft.config().seed()).isEqualTo(7);
  }

  @Test
  void whatWasEditedCanBeBroughtBackAfterAnotherPresetWasOpened() {
    draft.open(Given.preset("other", Given.config("seed", 7L)));
    assertThat(draft.left()).isEmpty();
    draft.set("seed", 8L);
    draft.open(Given.preset());
    assertThat(draft.left()).map(left -> left.preset().title()).hasValue("Title of other");
    draft.set("seed", 9L);
    draft.bringBack();
    assertThat(draft.config().seed()).isEqualTo(8);
    assertThat(draft.preset().title()).isEqualTo("Title of other");
    draft.bringBack();
    assertThat(draft.config().seed()).isEqualTo(9);
  }

  @Test
  void theNetworkOfAnotherConfigIsTakenOverAndNothingElse() throws InvalidConfig {
    RunConfig other = Given.catalog().defaults();
    for (Map.Entry<String, Object> one :
        Map.<String, Object>of(
                "model.type",
                "transformer",
                "task.modulus",
                13L,
                "optimizer.weightDecay",
                0.25,
                "data.trainFraction",
                0.5)
            .entrySet()) {
      other = Given.catalog().with(other, one.getKey(), one.getValue());
    }
    draft.set("optimizer.weightDecay", 3.0);
    draft.type("task.modulus", "many");
    Draft.Kept before = draft.kept();
    draft.takeNetwork(other);
    assertThat(draft.config().model()).isEqualTo(other.model());
    assertThat(draft.config().task()).isEqualTo(other.task());
    assertThat(draft.config().optimizer().real("weightDecay")).isEqualTo(3);
    assertThat(draft.config().trainFraction()).isEqualTo(Given.preset().config().trainFraction());
    assertThat(draft.preset()).isEqualTo(Given.preset());
    assertThat(draft.edited()).isTrue();
    assertThat(draft.problems()).isEmpty();
    draft.restore(before);
    assertThat(draft.config()).isEqualTo(before.config());
  }
}
