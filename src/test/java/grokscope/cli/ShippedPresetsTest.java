package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The presets that come with the program, read by the catalog of the real engine. */
class ShippedPresetsTest {
  @TempDir private static Path home;

  static List<Preset> shipped() {
    return new Wiring(home).presets().all().stream().filter(Preset::shipped).toList();
  }

  @Test
  void everyFileIsListedAndCanBeOpened() throws IOException {
    assertThat(new Wiring(home).presets().problems()).isEmpty();
    try (Stream<Path> files = Files.list(Path.of("presets"))) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("index.txt"),
                      shipped().stream().map(preset -> preset.id() + ".json"))
                  .toList());
    }
    assertThat(shipped().get(0).id()).isEqualTo(PresetStore.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void saysWhatToWatchAndWhatToExpect(Preset preset) {
    assertThat(preset.title()).isNotBlank();
    assertThat(preset.title().length()).as("room in the box of presets").isLessThanOrEqualTo(27);
    assertThat(preset.title().toLowerCase(Locale.ROOT))
        .as("title and id begin alike, so that who knows one finds the other")
        .startsWith(preset.id().replaceFirst("-.*", ""));
    assertThat(preset.story().split("\\. ")).as("sentences of the story").hasSize(2);
    assertThat(preset.focus()).isNotEmpty();
    assertThat(preset.presetNotes().minutes()).isPositive();
    assertThat(preset.expectation().outcome()).isNotEqualTo(Expectation.Outcome.OPEN);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void survivesTheJourneyThroughAUsersCopy(Preset preset) throws Exception {
    PresetStore store = new Wiring(home).presets();
    Preset copy =
        store.saveAs("Copy of " + preset.title(), preset.story(), preset.focus(), preset.config());
    assertThat(copy.config()).isEqualTo(preset.config());
    Preset again = new Wiring(home).presets().find(copy.id()).orElseThrow();
    assertThat(again).isEqualTo(copy);
    assertThat(again.shipped()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void cannotBeChanged(Preset preset) {
    PresetStore store = new Wiring(home).presets();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> store.delete(preset.id())))
        .hasMessage(
            "\""
                + preset.id()
                + "\" came with the program and cannot be deleted; save a copy under another"
                + " title.");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> store.rename(preset.id(), "x")))
        .hasMessageContaining("cannot be renamed");
  }

  @Test
  void aUsersFileCannotTakeAShippedName() throws Exception {
    PresetStore store = new Wiring(home).presets();
    Preset first = shipped().get(0);
    Path mine = home.resolve("presets/first-look.json");
    Files.createDirectories(mine.getParent());
    Files.copy(Path.of("presets/first-look.json"), mine);
    try {
      assertThat(store.problems()).singleElement().asString().contains("came with the program");
      assertThat(store.find("first-look")).contains(first);
    } finally {
      Files.delete(mine);
    }
    assertThat(store.saveAs("First look!", "", List.of(), first.config()).id())
        .isEqualTo("first-look-2");
  }
}
