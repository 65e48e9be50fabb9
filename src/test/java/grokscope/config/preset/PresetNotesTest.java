package grokscope.config.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said around a preset. */
class PresetNotesTest {
  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "0.1, about 6 s",
    "2.6, about 3 min",
    "120, about 2 h",
    "299, about 5 h",
    "300, overnight",
    "600, overnight"
  })
  void aPresetTakesSecondsMinutesHoursOrANight(double minutes, String words) {
    assertThat(new PresetNotes("", "", "", "", List.of(), Expectation.OPEN, minutes).duration())
        .isEqualTo(words);
  }
}
