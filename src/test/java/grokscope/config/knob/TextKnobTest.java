package grokscope.config.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A text is kept as it is, or refused in a sentence. */
class TextKnobTest {
  private static final Knob FOLDER =
      Knobs.text("folder").titled("Folder").says("Where the files are.").nextRun().asFolder();
  private static final Catalog CATALOG =
      new Catalog(List.of(Section.fixed("", "Run", List.of(FOLDER))), List.of());

  @Test
  void aTextSurvivesTheJourneyThroughJson() throws InvalidConfig {
    for (String text : List.of("", "/data/digits", "C:\\data\\zwölf \"grüne\" 数", "007", "full")) {
      RunConfig config = CATALOG.with(CATALOG.defaults(), "folder", text);
      String json = Json.page(new ConfigFormat(CATALOG).write(config));
      assertThat(new ConfigFormat(CATALOG).read(Json.read(json)).get("folder")).isEqualTo(text);
    }
  }

  @Test
  void theLongestTextIsAllowedAndAnyLongerOneIsNot() {
    assertThat(FOLDER.accept("a".repeat(4096))).isPresent();
    assertThat(FOLDER.accept("a".repeat(4097))).isEmpty();
  }

  @Test
  void whatIsNoTextIsRefusedInASentence() {
    assertThatThrownBy(() -> new ConfigFormat(CATALOG).read(Map.of("folder", 7)))
        .hasMessage(
            "folder is 7, but must be the path of a folder, one line of at most 4096 characters.");
    assertThat(FOLDER.accept("two\nlines")).isEmpty();
    assertThat(FOLDER.accept("nul\0")).isEmpty();
  }
}
