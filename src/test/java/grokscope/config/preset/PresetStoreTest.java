package grokscope.config.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Slug;
import grokscope.config.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's presets as files. */
class PresetStoreTest {
  private final Catalog catalog = TestCatalog.catalog();

  @TempDir private Path folder;

  private PresetStore store() {
    return new PresetStore(catalog, folder);
  }

  private Preset save(String title) throws InvalidConfig {
    return store().saveAs(title, "Watch it.", List.of("seed"), catalog.defaults());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("presets"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Preset> users(PresetStore store) {
    return store.all().stream().filter(preset -> !preset.shipped()).toList();
  }

  @Test
  void savesUnderASafeNameAndFindsItAgain() throws Exception {
    Preset saved = save("Größe: ../../etc/passwd?");
    assertThat(saved.id()).isEqualTo("gro-e-etc-passwd");
    assertThat(files()).containsExactly("gro-e-etc-passwd.json");
    assertThat(store().find(saved.id())).contains(saved);
  }

  @ParameterizedTest
  @CsvSource({"Con,preset-con", "模型,preset", "...,preset", "--A  b--,a-b", "lpt1,preset-lpt1"})
  void aFileNameIsSafeEverywhere(String title, String slug) {
    assertThat(Slug.of(title)).isEqualTo(slug);
  }

  @Test
  void listsTheUsersPresetsByTitle() throws Exception {
    save("beta");
    save("Alpha");
    assertThat(users(store())).extracting(Preset::title).containsExactly("Alpha", "beta");
  }

  @Test
  void aTitleIsTakenOnceAndAFileNameGetsANumber() throws Exception {
    save("a b");
    assertThatThrownBy(() -> save("A B"))
        .hasMessage("title is \"A B\", but a preset of this name exists already.");
    assertThat(save("a-b").id()).isEqualTo("a-b-2");
  }

  @Test
  void renamesTheFileWithTheTitle() throws Exception {
    Preset old = save("old");
    Preset renamed = store().rename(old.id(), "new");
    assertThat(files()).containsExactly("new.json");
    assertThat(renamed.title()).isEqualTo("new");
    assertThat(store().find("new")).contains(renamed);
    assertThat(store().rename("new", "NEW").title()).isEqualTo("NEW");
    assertThat(files()).containsExactly("new.json");
  }

  @Test
  void deletes() throws Exception {
    store().delete(save("mine").id());
    assertThat(files()).isEmpty();
    assertThatThrownBy(() -> store().delete("mine"))
        .hasMessage("there is no preset called \"mine\".");
  }

  @Test
  void whatWasDeletedLiesInTheTrashAndComesBack() throws Exception {
    Preset mine = save("mine");
    PresetStore.Trashed trashed = store().delete("mine");
    assertThat(trashed.file()).isEqualTo(folder.resolve("trash/presets/mine.json")).exists();
    assertThat(store().undelete(trashed)).isEqualTo(mine);
    assertThat(store().find("mine")).contains(mine);
    assertThat(trashed.file()).doesNotExist();
  }

  @Test
  void nothingInTheTrashIsReplaced() throws Exception {
    save("mine");
    Path first = store().delete("mine").file();
    save("mine");
    PresetStore.Trashed second = store().delete("mine");
    assertThat(second.file()).isNotEqualTo(first);
    assertThat(first).exists();
    save("mine");
    assertThatThrownBy(() -> store().undelete(second))
        .hasMessageContaining("a preset of this name exists already");
    assertThat(second.file()).exists();
    store().rename("mine", "Another");
    Files.writeString(folder.resolve("presets/mine.json"), "{");
    assertThatThrownBy(() -> store().undelete(second)).hasMessageContaining("stays in the trash");
  }

  @Test
  void aBrokenFileHidesNoOther() throws Exception {
    save("good");
    Files.writeString(folder.resolve("presets/broken.json"), "{");
    Files.createDirectory(folder.resolve("presets/folder.json"));
    Files.writeString(folder.resolve("presets/notes.txt"), "not a preset");
    PresetStore store = store();
    assertThat(users(store)).extracting(Preset::id).containsExactly("good");
    assertThat(store.problems())
        .anyMatch(problem -> problem.contains("broken.json: is not JSON"))
        .anyMatch(problem -> problem.contains("folder.json: this is a folder"))
        .noneMatch(problem -> problem.contains("notes.txt"));
  }

  @Test
  void saysWhyAPresetCannotBeSaved() throws Exception {
    Files.writeString(folder.resolve("presets"), "a file where the folder should be");
    assertThatThrownBy(() -> save("mine"))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("mine.json: the preset cannot be saved: ");
    assertThat(store().problems()).anyMatch(p -> p.contains("the folder cannot be read"));
  }

  @Test
  void savingLeavesNoDraftBehind() throws Exception {
    Path file = folder.resolve("text.txt");
    AtomicFile.replace(file, "one");
    AtomicFile.replace(file, "two");
    assertThat(file).hasContent("two");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aPresetFromBeforeAKnobHasWhatTheProgramDidThenAndSaysSo() throws Exception {
    Preset saved = save("Mine");
    Path file = folder.resolve("presets/mine.json");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\\s*\"activation\": \"relu\",?", ""));
    String whole = Files.readString(file);
    Files.writeString(file, whole.replaceFirst(",(\\s*})", "$1"));
    Preset read = store().find("mine").orElseThrow();
    assertThat(read.config()).isEqualTo(saved.config());
    assertThat(read.remark())
        .isEqualTo(
            "“Mine” was saved before there were all of today's settings, and has those as they were"
                + " then: model.activation=relu.");
    assertThat(store().problems()).noneMatch(problem -> problem.contains("mine.json"));
    assertThat(store().rename("mine", "Yours").remark()).isEmpty();
    assertThat(store().find("yours").orElseThrow().remark()).isEmpty();
  }
}
