package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.run.ListedRun;
import grokscope.run.StoredRun;
import grokscope.run.export.ExportFormat;
import grokscope.run.export.ExportFormats;
import grokscope.run.format.MetricsFile;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.StepInterval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user's folder as commit d50367d wrote it, and what that program made of it: a run of 160 steps
 * with a script, what the run measured when it went on to 240 steps, its circuit, and a preset.
 */
class OldRunTest {
  /** Another processor may add in another order. */
  private static final double ROUNDING = 0.1;

  @TempDir private Path home;
  private CommandLineFixture commands;
  private Wiring wiring;
  private Path run;

  @BeforeEach
  void copy() throws Exception {
    Path old = Path.of(OldRunTest.class.getResource("/old-run").toURI());
    try (Stream<Path> all = Files.walk(old)) {
      for (Path from : all.sorted().toList()) {
        Path to = home.resolve(old.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    }
    run = home.resolve("runs/tiny-run");
    commands = new CommandLineFixture(home);
    wiring = commands.wiring();
  }

  @AfterEach
  void close() {
    commands.close();
  }

  private void enter(String... arguments) {
    assertThat(commands.enter(arguments)).as(commands.err()).isZero();
  }

  @Test
  void itIsListedAndOpened() throws Exception {
    assertThat(wiring.runs().list().broken()).isEmpty();
    ListedRun listed = wiring.runs().list().runs().get(0);
    assertThat(listed.state()).isEqualTo("finished");
    assertThat(listed.steps()).isEqualTo(160);
    assertThat(listed.memorizedAt()).contains(new StepInterval(43, 44));
    assertThat(listed.latest()).containsEntry("weight_norm", 140.22082240737666);
    StoredRun opened = wiring.runs().open(run);
    assertThat(opened.history().step(opened.history().size() - 1)).isEqualTo(160);
    assertThat(opened.events())
        .containsExactly(
            new RunEvent.Memorized(0, 46, new StepInterval(43, 44)),
            new RunEvent.KnobTurned(0, 60, "optimizer.weightDecay", 2),
            new RunEvent.KnobTurned(0, 140, "data.trainFraction", 0.5));
    assertThat(opened.listed().knobs().latest().get("optimizer.weightDecay")).isEqualTo(2.0);
    assertThat(opened.folder().listCheckpoints()).hasSize(4);
  }

  @Test
  void itIsReplayedAndGoesOnToTheSameNumbers() throws Exception {
    Path again = home.resolve("again");
    Path before = home.resolve("before.csv");
    Files.copy(run.resolve("metrics.csv"), before);
    enter("run", "--replay=" + run, "--threads=1", "--quiet", "--out=" + again);
    close(again.resolve("metrics.csv"), before);
    assertThat(again.resolve("events.jsonl")).hasSameBinaryContentAs(run.resolve("events.jsonl"));
    assertThat(config(again)).isEqualTo(withLaterKnobs(config(run)));
    enter("resume", run.toString(), "--steps=240", "--threads=1", "--quiet");
    Path expected = home.resolve("resumed/metrics.csv");
    close(run.resolve("metrics.csv"), expected);
    assertThat(Files.readString(run.resolve("metrics.csv"))).startsWith(Files.readString(before));
    assertThat(run.resolve("events.jsonl"))
        .hasSameBinaryContentAs(home.resolve("resumed/events.jsonl"));
    if (Files.mismatch(again.resolve("metrics.csv"), before) < 0) { // this processor adds likewise
      assertThat(run.resolve("metrics.csv")).hasSameBinaryContentAs(expected);
    }
  }

  private static Map<String, Object> config(Path folder) throws Exception {
    return Json.read(Files.readString(folder.resolve("config.json")));
  }

  /** The same with the knobs that came after that commit, as they start. */
  private static Map<String, Object> withLaterKnobs(Map<String, Object> old) throws Exception {
    Map<String, Object> config = new LinkedHashMap<>(old);
    Map<String, Object> model = new LinkedHashMap<>(Json.object(old.get("model"), "model"));
    model.put("embeddings", "shared");
    model.put("embeddingScale", 1.0);
    config.put("model", model);
    Map<String, Object> optimizer =
        new LinkedHashMap<>(Json.object(old.get("optimizer"), "optimizer"));
    optimizer.put("decayed", "all");
    config.put("optimizer", optimizer);
    return config;
  }

  /** What was measured then has the same numbers now; there may be new columns beside it. */
  private static void close(Path file, Path expected) throws Exception {
    History found = MetricsFile.read(file, List.of());
    History wanted = MetricsFile.read(expected, List.of());
    assertThat(found.metrics()).containsSubsequence(wanted.metrics());
    assertThat(found.size()).isEqualTo(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(found.step(i)).isEqualTo(wanted.step(i));
      for (int column = 0; column < wanted.metrics().size(); column++) {
        String id = wanted.metrics().get(column).id();
        double value = wanted.value(column, i);
        double now = found.value(found.column(id), i);
        assertThat(Double.isNaN(now)).isEqualTo(Double.isNaN(value));
        if (!Double.isNaN(value)) {
          assertThat(Math.abs(now - value))
              .as("%s at step %s", id, wanted.step(i))
              .isLessThanOrEqualTo(ROUNDING * (1 + Math.abs(value)));
        }
      }
    }
  }

  @Test
  void itsCircuitAndItsWeightsAreReadAgain() throws Exception {
    enter("circuit", run.toString());
    Path circuit = home.resolve("read.csv");
    Files.writeString(circuit, commands.out());
    close(circuit, home.resolve("circuit.csv"));
    enter("probe", run.resolve("weights.safetensors").toString(), "--preset=my-tiny-sum");
    assertThat(commands.out()).isNotBlank();
  }

  @Test
  void itIsExported() throws Exception {
    List<ExportFormat> ofAnMlp =
        ExportFormats.ALL.stream()
            .filter(format -> !format.id().equals(ExportFormats.TRANSFORMER_LENS))
            .toList();
    String formats = ofAnMlp.stream().map(ExportFormat::id).collect(Collectors.joining(","));
    enter("export", run.toString(), "--format=" + formats, "--out=" + home.resolve("exports"));
    List<String> rows = Files.readAllLines(run.resolve("metrics.csv"));
    assertThat(Files.readAllLines(home.resolve("exports/tiny-run.csv"))).endsWith(array(rows));
    for (ExportFormat format : ofAnMlp) {
      assertThat(home.resolve("exports/tiny-run" + format.ending())).isNotEmptyFile();
    }
  }

  private static String[] array(List<String> lines) {
    return lines.toArray(String[]::new);
  }

  @Test
  void itsPresetIsOneOfTheUser() throws Exception {
    RunConfig config = wiring.runs().recorded(run).config();
    assertThat(wiring.presets().all())
        .filteredOn(preset -> !preset.shipped())
        .singleElement()
        .satisfies(
            preset -> {
              assertThat(preset.id()).isEqualTo("my-tiny-sum");
              assertThat(preset.title()).isEqualTo("My tiny sum");
              assertThat(preset.config()).isEqualTo(config);
            });
  }
}
