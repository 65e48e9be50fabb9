package grokscope.run.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.figure.CurveSpec;
import grokscope.figure.PanelSpec;
import grokscope.figure.print.FigurePanels;
import grokscope.story.PhaseBand;
import grokscope.train.lab.Laboratory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's folder, read to be exported. */
class RunExporterTest {
  private static final String SUMMARY =
      "{\"state\":\"finished\",\"steps\":4000,\"memorized_at\":[90,100],\"generalized_at\":[1990,2000],\"seconds\":10.0,\"steps_per_second\":1.0,\"final\":{}}\n";

  private final Laboratory laboratory = new Laboratory(1L << 30);
  private final RunExporter exporter =
      new RunExporter(laboratory.catalog(), laboratory::metrics, new ProgramVersion("1.2", "abc"));

  @TempDir private Path home;
  private Path folder;

  @BeforeEach
  void write() throws Exception {
    folder = Files.createDirectories(home.resolve("2026-11-28-160031"));
    Catalog catalog = laboratory.catalog();
    Files.writeString(
        folder.resolve("config.json"),
        Json.page(new ConfigFormat(catalog).write(catalog.defaults())));
    Files.writeString(
        folder.resolve("events.jsonl"),
        """
        {"step":120,"event":"memorized","at":[90,100]}
        {"step":500,"event":"knob","path":"optimizer.weightDecay","value":25.0}
        """);
    StringBuilder rows =
        new StringBuilder(
            "step,train_loss,test_loss,train_accuracy,test_accuracy,weight_norm,restricted_accuracy\n");
    for (int step = 0; step <= 4000; step += 10) {
      double known = Math.min(1, step / 100.0);
      double test = step < 500 ? 4 + step / 50.0 : step < 2000 ? 14 - (step - 500) / 200.0 : 1e-4;
      rows.append(step)
          .append(',')
          .append(4.01 - 4 * known)
          .append(',')
          .append(test)
          .append(',')
          .append(known)
          .append(step < 2000 ? ",0.02,100,0.5\n" : ",1,100,1\n");
    }
    Files.writeString(folder.resolve("metrics.csv"), rows);
    Files.writeString(folder.resolve("summary.json"), SUMMARY);
  }

  @Test
  void theNarratorTellsOfItAndTurnedKnobsAreThere() throws Exception {
    ExportedRun run = exporter.read(folder);
    assertThat(run.told().sentence()).startsWith("Grokked: the training examples were memorised");
    assertThat(run.told().phases()).hasSize(2).allMatch(PhaseBand::certain);
    assertThat(run.told().marks())
        .extracting(Told.Mark::label)
        .containsExactly("memorised 90–100", "decay → 25", "grokked 1\u202f990–2\u202f000");
    assertThat(run.title()).contains("decay 1 → 25");
    assertThat(run.described().stream().flatMap(group -> group.lines().stream()))
        .contains(
            new SettingGroup.Line("Weight decay", "1 → 25"),
            new SettingGroup.Line("Training data", "40\u202f%"));
    assertThat(run.turns()).hasSize(1);
  }

  @Test
  void itsFileIsCalledByWhatItLearnedAsItsFolderIsATime() throws Exception {
    ExportFormat svg = ExportFormats.of("svg", 1).orElseThrow();
    assertThat(svg.fileName(exporter.read(folder))).isEqualTo("x-y-mod-59-2026-11-28-160031.svg");
    Files.writeString(folder.resolve("remarks.json"), "{\"name\":\"Ärger: Nr. 1\"}");
    assertThat(svg.fileName(exporter.read(folder))).isEqualTo("arger-nr-1-2026-11-28-160031.svg");
  }

  @Test
  void itsRowsHaveTheTimeOfItsTraining() throws Exception {
    RowTimes times = exporter.read(folder).times();
    assertThat(times.at(4000) - times.began()).isCloseTo(10, within(1e-6));
    assertThat(times.at(2000) - times.began()).isCloseTo(5, within(1e-6));
  }

  @Test
  void aRunInProgressIsNotToldAsIfItHadEnded() throws Exception {
    Files.delete(folder.resolve("summary.json"));
    Path metrics = folder.resolve("metrics.csv");
    Files.write(metrics, Files.readAllLines(metrics).subList(0, 50)); // until step 480
    ExportedRun run = exporter.read(folder);
    assertThat(run.told().sentence()).endsWith("so far.");
    assertThat(run.told().phases()).noneMatch(phase -> phase.certain());
    assertThat(run.times().perStep()).isEmpty();
  }

  @Test
  void itsFigureHasTheCurvesOfTheWindowAndOthersBelow() throws Exception {
    List<PanelSpec> panels = FigurePanels.of(List.of(exporter.read(folder).history()));
    assertThat(panels)
        .extracting(PanelSpec::title)
        .containsExactly("Accuracy", "Loss", "Weight norm Σw²", "Other accuracies");
    assertThat(panels.get(0).curves())
        .extracting(CurveSpec::metricId)
        .containsExactly("train_accuracy", "test_accuracy");
  }

  @Test
  void wordsOfADrawingAreWords() throws Exception {
    assertThat(CurveFigure.svg(exporter.read(folder)))
        .contains(">Accuracy</text>", ">memorised 90–100</text>", ">circuit formation</text>")
        .contains(">1\u202f000</text>")
        .doesNotContain("<path");
  }

  @Test
  void aRunWithoutMeasurementsIsRefused() throws Exception {
    Files.delete(folder.resolve("metrics.csv"));
    assertThatThrownBy(() -> exporter.read(folder))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("metrics.csv")
        .hasMessageContaining("nothing to export");
  }
}
