package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.color.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() {
    WindowSettings settings = new WindowSettings(Theme.DARK, 1500, 900, true, "answers");
    settings.write(folder.resolve("new"));
    assertThat(WindowSettings.read(folder.resolve("new"))).isEqualTo(settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"theme\": 3, \"width\": \"wide\"}",
        "{\"width\": -5}",
        "{\"width\": 1e300, \"height\": null}",
        "{\"theme\": \"sepia\", \"extra\": {}}",
        "{\"picture\": \"mona-lisa\"}",
        "{\"picture\": 7}"
      })
  void aBrokenFileGivesTheUsualSettings(String text) throws IOException {
    Files.writeString(folder.resolve("window.json"), text);
    assertThat(WindowSettings.read(folder)).isEqualTo(WindowSettings.USUAL);
  }
}
