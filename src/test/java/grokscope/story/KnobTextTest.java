package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.knob.ChoiceKnob;
import grokscope.ui.session.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnobTextTest {
  private static KnobText text(String path) {
    return new KnobText(Given.catalog().knob(Given.catalog().defaults(), path).orElseThrow());
  }

  @Test
  void aShareIsWrittenInPerCent() {
    assertThat(text("data.trainFraction").write(0.4)).isEqualTo("40");
    assertThat(text("data.trainFraction").write(0.333)).isEqualTo("33.3");
    assertThat(text("data.trainFraction").writeWithUnit(0.07)).isEqualTo("7\u202f%");
  }

  @ParameterizedTest
  @CsvSource({"40, 0.4", "33.3, 0.333", "'12,5', 0.125", "40 %, 0.4", "4e1, 0.4"})
  void aShareIsReadInPerCent(String typed, double value) {
    assertThat(text("data.trainFraction").read(typed)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "abc", "0", "100", "-3", "NaN", "Infinity", "1e999999999", "4 0 0"})
  void whatIsNotAShareIsRefused(String typed) {
    assertThat(text("data.trainFraction").read(typed)).isEmpty();
  }

  @Test
  void theRefusalOfAShareSpeaksInPerCent() {
    assertThat(text("data.trainFraction").refusal())
        .isEqualTo("Must be a number from 1 to 99\u202f%.");
  }

  @Test
  void numbersAreReadAsPeopleWriteThem() {
    assertThat(text("steps").read("5 000")).contains(5000L);
    assertThat(text("steps").read("1e4")).contains(10_000L);
    assertThat(text("steps").read("1.5")).isEmpty();
    assertThat(text("seed").read("12345678901234567")).contains(12345678901234567L);
    assertThat(text("optimizer.weightDecay").read("0")).contains(0.0);
    assertThat(text("optimizer.weightDecay").read("1e-3")).contains(0.001);
  }

  @Test
  void writingAndReadingAgree() {
    for (String path : Given.catalog().paths(Given.catalog().defaults())) {
      Given.catalog()
          .knob(Given.catalog().defaults(), path)
          .filter(knob -> !(knob instanceof ChoiceKnob))
          .ifPresent(
              knob -> {
                KnobText text = new KnobText(knob);
                assertThat(text.read(text.write(knob.initial()))).contains(knob.initial());
              });
    }
  }

  @Test
  void aCountMayBeEverything() {
    assertThat(text("batch").read("full")).contains("full");
    assertThat(text("batch").read(" FULL ")).contains("full");
    assertThat(text("batch").read("512")).contains(512L);
    assertThat(text("batch").read("0")).isEmpty();
  }
}
