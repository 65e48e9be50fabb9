package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunWordsTest {
  private final RunWords words = new RunWords(Given.catalog());

  @Test
  void aGhostIsNamedByWhatItHadDifferently() {
    assertThat(words.difference(Given.config("data.trainFraction", 0.3), Given.config()))
        .isEqualTo("data 30\u202f%");
    assertThat(words.difference(Given.config("optimizer.weightDecay", 0.0), Given.config()))
        .isEqualTo("decay 0");
    assertThat(words.difference(Given.config("seed", 3L), Given.config())).isEqualTo("seed 3");
    assertThat(words.difference(Given.config(), Given.config())).isEqualTo("same settings");
  }

  @Test
  void atMostTwoDifferencesAreNamed() {
    String label =
        words.difference(
            Given.config("seed", 3L, "data.trainFraction", 0.3, "optimizer.weightDecay", 0.0),
            Given.config());
    assertThat(label).isEqualTo("seed 3, data 30\u202f% +1");
  }

  @Test
  void aTaskIsItsOperationAndModulus() {
    assertThat(words.task(Given.config("task.modulus", 97L))).isEqualTo("x + y mod 97");
    assertThat(words.headline(Given.config("seed", 2L))).startsWith("x + y mod 59, data 40\u202f%");
  }

  @Test
  void anotherKindIsNamedByItsTitle() {
    String type = Given.config().model().type().equals("mlp") ? "transformer" : "mlp";
    assertThat(words.difference(Given.config("model.type", type), Given.config())).isNotBlank();
  }

  @Test
  void aTurnedKnobSaysWhereTo() {
    assertThat(words.turned(Given.config(), "optimizer.weightDecay", 0.1)).isEqualTo("decay → 0.1");
  }
}
