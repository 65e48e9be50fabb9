package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.knob.Knobs;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed behind a path is a number only where the knob is no text. */
class AssignmentTest {
  private static final Catalog CATALOG =
      new Catalog(
          List.of(
              Section.fixed(
                  "",
                  "Run",
                  List.of(
                      Knobs.text("folder")
                          .titled("Folder")
                          .says("A knob.")
                          .nextRun()
                          .initially("x")
                          .asFolder(),
                      Knobs.whole("steps")
                          .titled("Steps")
                          .says("A knob.")
                          .nextRun()
                          .initially(1)
                          .range(1, 9999)
                          .sliderTo(9)))),
          List.of());

  private static Object set(String text, String path) throws InvalidConfig {
    RunConfig defaults = CATALOG.defaults();
    return Assignment.apply(CATALOG, defaults, List.of(Assignment.parse(text))).get(path);
  }

  @ParameterizedTest
  @CsvSource({
    "folder=2024, 2024",
    "folder=007, 007",
    "folder=/a=b/c d, /a=b/c d",
    "folder=NaN, NaN",
    "folder=, ''"
  })
  void aTextIsKeptAsItWasTyped(String typed, String value) throws InvalidConfig {
    assertThat(set(typed, "folder")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"steps=2024, 2024", "steps=1e3, 1000", "steps= 7 , 7"})
  void aNumberIsReadAsANumber(String typed, long value) throws InvalidConfig {
    assertThat(set(typed, "steps")).isEqualTo(value);
  }
}
