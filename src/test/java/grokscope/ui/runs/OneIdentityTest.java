package grokscope.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.preset.Preset;
import grokscope.figure.RunColors;
import grokscope.figure.RunIdentity;
import grokscope.run.ListedRun;
import grokscope.run.Recorder;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.run.RunPreset;
import grokscope.run.export.ExportFormats;
import grokscope.run.export.ExportedRun;
import grokscope.run.export.RunExporter;
import grokscope.story.RunWords;
import grokscope.telemetry.History;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.ui.session.Given;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunOrigin;
import grokscope.ui.session.StoredRuns;
import grokscope.ui.setting.KnownPresets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is told by the same number, name and colour wherever it is seen, and after a restart. */
class OneIdentityTest {
  private final Preset preset = Given.preset();
  private final RunWords words = new RunWords(Given.catalog());

  @TempDir private Path home;

  private RunFolder recorded(StoredRuns stored) throws Exception {
    try (Recorder recorder = stored.writer().record(preset.config(), RunPreset.of(preset))) {
      RunIdentity live = live(recorder).identity();
      assertThat(live.label()).isEqualTo("#" + live.number() + " Title of plain");
      return recorder.folder();
    }
  }

  private LabRun live(Recorder recorder) {
    RunOrigin origin =
        new RunOrigin(recorder.number(), preset, preset.config(), Optional.of(recorder.folder()));
    RunStatus begun =
        new RunStatus(1, RunState.RUNNING, 0, 100, 0, Optional.empty(), Optional.empty(), "");
    return new LabRun(origin, new History(Given.metrics(preset.config())), begun);
  }

  /** What the list says of a folder after the program was started again. */
  private RunIdentity listed(RunFolder folder) throws Exception {
    for (ListedRun run : Given.stored(home).library().list().runs()) {
      if (run.folder().equals(folder)) {
        return RunFacts.of(run, words, new KnownPresets(List.of(preset))).identity();
      }
    }
    throw new AssertionError(folder + " is not listed");
  }

  private String svg(RunFolder folder) throws Exception {
    ExportedRun run = Given.stored(home).exporter().read(folder.path());
    assertThat(run.identity()).isEqualTo(listed(folder));
    Path file = home.resolve("figure.svg");
    RunExporter.replace(run, ExportFormats.of("svg", 1).orElseThrow(), file);
    return Files.readString(file);
  }

  private static String ink(int color) {
    return String.format(Locale.ROOT, "#%06x", RunColors.LIGHT.get(color));
  }

  @Test
  void listWindowAndFiguresAgreeAlsoAfterARestart() throws Exception {
    StoredRuns stored = Given.stored(home);
    RunFolder first = recorded(stored);
    RunFolder second = recorded(stored);
    Files.writeString(
        second.metrics(), row("0,4,4,0.1,0.0") + row("10,1,4,1,0.1"), StandardOpenOption.APPEND);
    assertThat(listed(first)).isEqualTo(new RunIdentity(1, "Title of plain", 0));
    assertThat(listed(second)).isEqualTo(new RunIdentity(2, "Title of plain", 1));
    assertThat(svg(second)).contains("#2 Title of plain").contains(ink(1)).doesNotContain(ink(5));
    stored.library().remark(second, new Remarks("mine / yours", "", false));
    stored.library().color(second, RunNumber.read(second).withColor(5));
    assertThat(listed(second)).isEqualTo(new RunIdentity(2, "mine / yours", 5));
    assertThat(svg(second)).contains("#2 mine / yours").contains(ink(5));
    stored.library().delete(first);
    assertThat(listed(second).label()).isEqualTo("#2 mine / yours");
  }

  /** A row in the columns of the file, of which only the first ones matter here. */
  private String row(String values) {
    int columns = Given.metrics(preset.config()).size() + 1;
    return values + ",NaN".repeat(columns - values.split(",", -1).length) + "\n";
  }
}
