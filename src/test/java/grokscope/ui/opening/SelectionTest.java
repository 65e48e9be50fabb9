package grokscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  private static final Path WEIGHTS = Path.of("a.pth");
  private static final Path OTHERS = Path.of("b.safetensors");
  private static final Path PAIRS = Path.of("pairs.csv");
  private static final Path PRESET = Path.of("config.json");

  @TempDir Path folder;

  @Test
  void weightsAreOpenedWithTheListThatIsDroppedWithThemWhateverTheOrder() {
    for (List<Path> both : List.of(List.of(WEIGHTS, PAIRS), List.of(PAIRS, WEIGHTS))) {
      Selection chosen = Selection.of(both);
      assertThat(chosen.first()).isEqualTo(WEIGHTS);
      assertThat(chosen.pairs()).contains(PAIRS);
      assertThat(chosen.remark()).isEmpty();
    }
  }

  @Test
  void ofSeveralFilesOneIsOpenedAndTheOthersAreNamed() {
    assertThat(Selection.of(List.of(WEIGHTS, OTHERS)).remark())
        .isEqualTo(
            "b.safetensors was not opened, because only one thing is opened at a time; if the"
                + " files are steps of one training, drop the folder that they are in.");
    Selection mixed = Selection.of(List.of(PRESET, WEIGHTS));
    assertThat(mixed.first()).isEqualTo(WEIGHTS);
    assertThat(mixed.remark())
        .isEqualTo("config.json was not opened, because only one thing is opened at a time.");
    assertThat(Selection.of(List.of(WEIGHTS, PRESET, OTHERS)).remark())
        .startsWith("config.json and b.safetensors were not opened");
    assertThat(Selection.of(List.of(WEIGHTS, PRESET, OTHERS, OTHERS)).remark())
        .startsWith("config.json and 2 others were not opened");
  }

  @Test
  void aListAloneIsForTheWeightsThatAreShown() {
    assertThat(Selection.of(List.of(PAIRS)).first()).isEqualTo(PAIRS);
    assertThat(Selection.of(List.of(PAIRS, PRESET)).first()).isEqualTo(PRESET);
  }

  @Test
  void whatIsAFolderIsSeenOnTheDiskAndEverythingElseByItsName() throws IOException {
    Path named = Files.createDirectory(folder.resolve("weights.pth"));
    assertThat(FileKind.of(named)).isEqualTo(FileKind.FOLDER);
    assertThat(FileKind.of(Path.of("Preset.JSON"))).isEqualTo(FileKind.PRESET);
    assertThat(FileKind.of(Path.of("train.TSV"))).isEqualTo(FileKind.PAIRS);
    assertThat(FileKind.of(Path.of("pytorch_model.bin"))).isEqualTo(FileKind.WEIGHTS);
    assertThat(FileKind.of(Path.of("full_run_data"))).isEqualTo(FileKind.WEIGHTS);
  }
}
