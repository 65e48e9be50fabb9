package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.chart.ChartLayout;
import grokscope.ui.color.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() {
    WindowLayout layout =
        new WindowLayout(
            Map.of(Fold.LIST, true),
            Set.of("Network"),
            Optional.of(140.0),
            0.4,
            new ChartLayout(
                List.of("loss-panel"),
                List.of("norm-panel"),
                "loss-panel",
                0.6,
                true,
                Map.of("loss-panel", "Linear")));
    WindowSettings settings =
        new WindowSettings(
            Theme.DARK, 1500, 900, true, 1.3, "answers", true, List.of("/a/b.pth", "/c"), layout);
    assertThat(settings.write(folder.resolve("new"))).isEmpty();
    WindowSettings.Found found = WindowSettings.read(folder.resolve("new"));
    assertThat(found.settings()).isEqualTo(settings);
    assertThat(found.remark()).isEmpty();
  }

  @Test
  void aFileFromBeforeThereWasALayoutIsReadWithoutAWord() throws IOException {
    Files.writeString(
        folder.resolve("window.json"),
        """
        {"theme": "dark", "width": 1300, "height": 900, "maximized": true, "picture": "answers"}
        """);
    WindowSettings.Found found = WindowSettings.read(folder);
    assertThat(found.remark()).isEmpty();
    assertThat(found.settings())
        .isEqualTo(
            new WindowSettings(
                Theme.DARK, 1300, 900, true, 1, "answers", false, List.of(), WindowLayout.USUAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"theme\": 3, \"width\": \"wide\"}",
        "{\"width\": -5}",
        "{\"width\": 1e300, \"height\": null}",
        "{\"theme\": \"sepia\", \"extra\": {}}",
        "{\"textScale\": \"large\"}",
        "{\"picture\": \"mona-lisa\"}",
        "{\"recent\": [3, {}, null]}",
        "{\"recent\": \"/a\"}",
        "{\"picture\": 7}"
      })
  void aWrongValueIsTheUsualOne(String text) throws IOException {
    Files.writeString(folder.resolve("window.json"), text);
    assertThat(WindowSettings.read(folder))
        .isEqualTo(new WindowSettings.Found(WindowSettings.USUAL, "", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null"})
  void aBrokenFileGivesTheUsualSettingsAndASentence(String text) throws IOException {
    Files.writeString(folder.resolve("window.json"), text);
    WindowSettings.Found found = WindowSettings.read(folder);
    assertThat(found.settings()).isEqualTo(WindowSettings.USUAL);
    assertThat(found.remark()).startsWith("window.json cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "null",
        "[]",
        "{}",
        "{\"version\": 2}",
        "{\"version\": \"1\"}",
        "{\"version\": 1, \"folded\": \"list\"}",
        "{\"version\": 1, \"headings\": [3]}",
        "{\"version\": 1, \"divider\": 1.5}",
        "{\"version\": 1, \"divider\": null}",
        "{\"version\": 1, \"listHeight\": \"low\"}",
        "{\"version\": 1, \"charts\": []}",
        "{\"version\": 1, \"charts\": {\"order\": 7}}",
        "{\"version\": 1, \"charts\": {\"share\": -1}}",
        "{\"version\": 1, \"charts\": {\"large\": 3}}"
      })
  void aForeignLayoutGivesTheUsualOneAndASentenceAndTheRestIsKept(String layout)
      throws IOException {
    Files.writeString(
        folder.resolve("window.json"), "{\"theme\": \"dark\", \"layout\": " + layout + "}");
    WindowSettings.Found found = WindowSettings.read(folder);
    assertThat(found.settings().theme()).isEqualTo(Theme.DARK);
    assertThat(found.settings().layout()).isEqualTo(WindowLayout.USUAL);
    assertThat(found.remark()).startsWith("The layout in window.json is damaged");
  }

  @Test
  void partsOfALaterProgramAreOverlooked() throws IOException {
    Files.writeString(
        folder.resolve("window.json"),
        "{\"layout\": {\"version\": 1, \"folded\": [\"cellar\", \"list\"], \"more\": 1}}");
    WindowSettings.Found found = WindowSettings.read(folder);
    assertThat(found.settings().layout().folds()).isEqualTo(Map.of(Fold.LIST, true));
    assertThat(found.remark()).isEmpty();
  }

  @Test
  void aChosenThemeIsThereForASecondWindowAtOnce() {
    WindowMemory first = new WindowMemory(folder);
    first.theme().set(Theme.DARK);
    first.fold(Fold.NOTE, true);
    WindowMemory second = new WindowMemory(folder);
    assertThat(second.theme().get()).isEqualTo(Theme.DARK);
    assertThat(second.folds().get()).isEqualTo(Map.of(Fold.NOTE, true));
  }

  @Test
  void whatIsDamagedIsSaidOnce() throws IOException {
    Files.writeString(folder.resolve("window.json"), "{");
    List<String> said = new ArrayList<>();
    WindowMemory memory = new WindowMemory(folder);
    memory.tell(said::add);
    memory.tell(said::add);
    assertThat(said).hasSize(1);
    memory.store();
    new WindowMemory(folder).tell(said::add);
    assertThat(said).as("after it was written anew").hasSize(1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidOnceAndNothingIsLost() throws IOException {
    Path file = Files.writeString(folder.resolve("in-the-way"), "a file");
    List<String> said = new ArrayList<>();
    WindowMemory memory = new WindowMemory(file.resolve("inside"));
    memory.tell(said::add);
    memory.theme().set(Theme.DARK);
    memory.textScale().set(1.5);
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).contains("not remembered").contains("window.json");
    assertThat(memory.theme().get()).isEqualTo(Theme.DARK);
  }

  /** Text in pixels would not follow the text size, and icons in em grow with every pass. */
  @Test
  void styleSheetsHaveNoSizesThatDoNotFollow() throws IOException {
    for (String sheet : List.of("grokscope.css", "chart.css")) {
      String css = Files.readString(Path.of("assets", "css", sheet));
      assertThat(css).doesNotContainPattern("-fx-font-size:\\s*[0-9.]+(px)?\\s*;");
      assertThat(css).doesNotContain("-fx-icon-size");
    }
  }

  @Test
  void textGrowsAndShrinksBetweenItsBounds() {
    assertThat(TextSize.next(1, 1)).isEqualTo(1.1);
    assertThat(TextSize.next(1.1, 1)).isEqualTo(1.2);
    assertThat(TextSize.next(2, 1)).isEqualTo(2);
    assertThat(TextSize.next(0.8, -1)).isEqualTo(0.8);
    assertThat(TextSize.allowed(Double.NaN)).isEqualTo(1);
    assertThat(TextSize.allowed(700)).isEqualTo(2);
  }
}
