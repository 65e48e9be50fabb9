package grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.LiveThreads;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.config.preset.PresetStore;
import grokscope.measure.phase.Outcome;
import grokscope.run.format.MetricsFile;
import grokscope.run.format.RunText;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.train.lab.Laboratory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run. */
class RunWriterTest {
  private static final List<Metric> METRICS =
      List.of(new Metric("train_loss", "", ""), new Metric("test_loss", "", ""));

  private static final ProgramVersion PROGRAM = new ProgramVersion("1.2", "abc");

  private final Catalog catalog = new Laboratory(8L << 30).catalog();
  private final RunConfig config = catalog.defaults();

  @TempDir private Path home;
  private RunWriter writer;

  @BeforeEach
  void open() {
    writer = new RunWriter(library(), PROGRAM);
  }

  private RunLibrary library() {
    Clock clock = Clock.fixed(Instant.parse("2026-05-04T03:02:01Z"), ZoneOffset.UTC);
    return new RunLibrary(home, clock, catalog, config -> METRICS);
  }

  @AfterEach
  void close() {
    writer.close();
  }

  private Outcome outcome(RunState state) {
    return new OutcomeListener(config, METRICS).outcome(summary(state));
  }

  private static RunSummary summary(RunState state) {
    Map<String, Double> last = new LinkedHashMap<>();
    last.put("train_loss", 1e-7);
    last.put("test_loss", Double.NaN);
    return new RunSummary(
        1,
        state,
        300,
        Optional.of(new StepInterval(58, 60)),
        Optional.empty(),
        1.4142,
        212.3456,
        last,
        "");
  }

  @Test
  void namesFoldersAfterTheTimeAndNumbersThem() throws Exception {
    assertThat(writer.record(config, RunPreset.UNKNOWN).folder().path())
        .isEqualTo(home.resolve("runs/2026-05-04-030201"));
    assertThat(writer.record(config, RunPreset.UNKNOWN).folder().path())
        .isEqualTo(home.resolve("runs/2026-05-04-030201-2"));
  }

  @Test
  void writesTheConfigSoThatItCanBeOpenedAgain() throws Exception {
    RunConfig other = catalog.with(config, "optimizer.learningRate", 0.1 + 0.2);
    try (Recorder recorder = writer.record(other, RunPreset.UNKNOWN)) {
      assertThat(new PresetStore(catalog, home).read(recorder.folder().config()).config())
          .isEqualTo(other);
    }
  }

  private static History read(Path metrics) throws InvalidConfig {
    return MetricsFile.read(metrics, List.of());
  }

  @Test
  void readsTheSameDoublesAsWereMeasured() throws Exception {
    double[][] measured = {
      {0.1 + 0.2, Double.MIN_VALUE}, {1.0 / 3, Double.NaN}, {1e300, Double.POSITIVE_INFINITY}
    };
    Recorder recorder = writer.record(config, RunPreset.UNKNOWN);
    for (int i = 0; i < measured.length; i++) {
      recorder.onSample(new Sample(7, 10 * i, measured[i]));
    }
    recorder.close();
    assertThat(recorder.folder().metrics()).content().startsWith("step,train_loss,test_loss\n0,");
    assertThat(recorder.folder().metrics()).content().contains("\n10,0.3333333333333333,\n");
    History read = read(recorder.folder().metrics());
    assertThat(read.metrics()).extracting(Metric::id).containsExactly("train_loss", "test_loss");
    assertThat(read.steps(0)).containsExactly(0, 10, 20);
    for (int i = 0; i < measured.length; i++) {
      assertThat(new double[] {read.value(0, i), read.value(1, i)}).containsExactly(measured[i]);
    }
  }

  @Test
  void everySampleIsOnDiskWhileTheRunGoesOn() throws Exception {
    Recorder recorder = writer.record(config, RunPreset.UNKNOWN);
    recorder.onSample(new Sample(1, 5, new double[] {1, 2}));
    recorder.close(); // as the clean end of a program that was closed in the middle of a run
    assertThat(read(recorder.folder().metrics()).size()).isEqualTo(1);
    assertThat(recorder.folder().summary()).doesNotExist();
  }

  @Test
  void aTornLastLineIsDropped() throws Exception {
    Path file = home.resolve("metrics.csv");
    Files.writeString(file, "step,train_loss\n1,0.5\n2,0.2");
    assertThat(read(file).steps(0)).containsExactly(1);
    Files.writeString(file, "step,train");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidConfig.class)
        .hasMessage(file + ": the file has no header.");
  }

  @Test
  void aBrokenLineIsNamed() throws Exception {
    Path file = home.resolve("metrics.csv");
    Files.writeString(file, "step,train_loss\n1,0.5\n2\n3,0.1\n");
    assertThatThrownBy(() -> read(file))
        .hasMessage(file + ": line 3 has 1 cells, but the header has 2.");
    Files.writeString(file, "step,train_loss\n1,half\n");
    assertThatThrownBy(() -> read(file)).hasMessageContaining("line 2 ");
  }

  @Test
  void writesEventsAsLinesAndTheSummaryAtTheEnd() throws Exception {
    Recorder recorder = writer.record(config, RunPreset.UNKNOWN);
    recorder.onEvent(new RunEvent.StateChanged(1, 0, RunState.RUNNING, ""));
    recorder.onEvent(new RunEvent.Memorized(1, 60, new StepInterval(58, 60)));
    recorder.onEvent(new RunEvent.KnobTurned(1, 70, "optimizer.weightDecay", 0.5));
    recorder.onEvent(new RunEvent.Generalized(1, 200, new StepInterval(190, 200), true));
    recorder.onEvent(new RunEvent.StateChanged(1, 300, RunState.DIVERGED, "the loss was NaN"));
    recorder.onEnd(summary(RunState.DIVERGED));
    recorder.close();
    assertThat(recorder.folder().events())
        .content()
        .isEqualTo(
            """
            {"step":0,"event":"state","state":"running"}
            {"step":60,"event":"memorized","at":[58,60]}
            {"step":70,"event":"knob","path":"optimizer.weightDecay","value":0.5}
            {"step":200,"event":"grokked","at":[190,200]}
            {"step":300,"event":"state","state":"diverged","message":"the loss was NaN"}
            """);
    assertThat(recorder.folder().summary())
        .content()
        .isEqualTo(
            RunText.summary(
                    summary(RunState.DIVERGED),
                    outcome(RunState.DIVERGED),
                    PROGRAM,
                    Optional.empty())
                + "\n");
    assertThat(recorder.problem()).isEmpty();
  }

  @Test
  void aSummaryIsJsonEvenWhereANumberIsNone() throws Exception {
    assertThat(RunText.summary(summary(RunState.FINISHED), outcome(RunState.FINISHED)))
        .isEqualTo(
            "{\"state\":\"finished\",\"steps\":300,\"memorized_at\":[58,60],\"generalized_at\":null,"
                + "\"grokked_at\":null,\"outcome\":\"memorized_only\",\"sentence\":\"Memorised"
                + " only: it is not measured how many of the hidden examples are answered"
                + " correctly.\",\"steps_per_second\":212.35,\"final\":{\"train_loss\":1.0E-7,"
                + "\"test_loss\":null}}");
    assertThat(Json.read(RunText.summary(summary(RunState.FINISHED), outcome(RunState.FINISHED))))
        .containsKey("final");
  }

  @Test
  void aFolderSaysWhichProgramTrainedTheRun() throws Exception {
    Recorder recorder = writer.record(config, RunPreset.UNKNOWN);
    recorder.onEnd(summary(RunState.FINISHED));
    recorder.close();
    assertThat(Json.read(Files.readString(recorder.folder().summary())))
        .containsEntry("program", Map.of("version", "1.2", "commit", "abc"))
        .containsAllEntriesOf(
            Json.read(RunText.summary(summary(RunState.FINISHED), outcome(RunState.FINISHED))));
  }

  @Test
  void usesAnEmptyFolderAndRefusesAllElse() throws Exception {
    Path empty = Files.createDirectory(home.resolve("empty"));
    try (Recorder recorder = writer.recordInto(empty, config, RunPreset.UNKNOWN)) {
      assertThat(recorder.folder().path()).isEqualTo(empty);
    }
    assertThatThrownBy(() -> writer.recordInto(empty, config, RunPreset.UNKNOWN))
        .isInstanceOf(InvalidConfig.class)
        .hasMessage(empty + ": the folder is not empty, but a run needs a new or an empty one.");
    Path file = Files.writeString(home.resolve("file"), "");
    assertThatThrownBy(() -> writer.recordInto(file, config, RunPreset.UNKNOWN))
        .hasMessage(file + ": there is a file with this name, but a run needs a folder.");
    Path below = file.resolve("run");
    assertThatThrownBy(() -> writer.recordInto(below, config, RunPreset.UNKNOWN))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(below + ": the folder cannot be created: ");
  }

  @Test
  void oddNamesOfFoldersAreOnlyNames() throws Exception {
    Path inside = home.resolve("inside");
    for (String name :
        List.of(
            ".hidden",
            "...",
            "a..b",
            "a/b/c/",
            "./d//e/.",
            "x/../f",
            "🦉 é",
            "-x",
            "a\nb",
            "con")) {
      Path path = Path.of(inside.toString(), name);
      try (Recorder recorder = writer.recordInto(path, config, RunPreset.UNKNOWN)) {
        recorder.onEnd(summary(RunState.FINISHED));
      }
      assertThat(library().recorded(path).config()).as(name).isEqualTo(config);
      assertThat(path.normalize()).startsWith(inside);
      assertThatThrownBy(() -> writer.recordInto(path, config, RunPreset.UNKNOWN))
          .isInstanceOf(InvalidConfig.class)
          .hasMessageEndingWith("the folder is not empty, but a run needs a new or an empty one.")
          .message()
          .hasLineCount(1);
    }
    try (Stream<Path> beside = Files.list(home)) {
      assertThat(beside).containsExactly(inside);
    }
  }

  @Test
  void aNameThatTheSystemDoesNotTakeIsRefused() {
    Path path = home.resolve("y".repeat(300));
    assertThatThrownBy(() -> writer.recordInto(path, config, RunPreset.UNKNOWN))
        .isInstanceOf(InvalidConfig.class)
        .hasMessage(path + ": the folder cannot be created: File name too long.");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void foldersAboveAreRefusedWithoutATrace() throws Exception {
    Path below = Files.createDirectories(home.resolve("full/below"));
    Files.writeString(home.resolve("full/lock"), "somebody's own");
    assertThatThrownBy(() -> writer.recordInto(below.resolve(".."), config, RunPreset.UNKNOWN))
        .hasMessageContaining("the folder is not empty");
    assertThat(home.resolve("full/lock")).hasContent("somebody's own");
    assertThatThrownBy(() -> writer.recordInto(Path.of(""), config, RunPreset.UNKNOWN))
        .hasMessage(".: the folder is not empty, but a run needs a new or an empty one.");
    assertThat(Path.of("lock")).doesNotExist();
  }

  @Test
  void theSecondStoreOfAFolderIsToldThatItIsInUse() throws Exception {
    Path path = home.resolve("run");
    try (RunWriter other = new RunWriter(library(), PROGRAM);
        Recorder first = writer.recordInto(path, config, RunPreset.UNKNOWN)) {
      first.onSample(new Sample(1, 5, new double[] {1, 2}));
      assertThatThrownBy(() -> writer.recordInto(path, config, RunPreset.UNKNOWN))
          .hasMessage(path + ": the run in it is being written by this program.");
      assertThatThrownBy(() -> other.recordInto(path, config, RunPreset.UNKNOWN))
          .isInstanceOf(InvalidConfig.class)
          .hasMessageStartingWith(path + ": the run in it is being written by another program");
    }
    assertThat(read(path.resolve("metrics.csv")).size()).isEqualTo(1);
  }

  @Test
  void twoStoresNeverTakeTheSameFolder() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (RunWriter other = new RunWriter(library(), PROGRAM)) {
      List<Future<List<Path>>> made = new ArrayList<>();
      for (RunWriter each : List.of(writer, other)) {
        made.add(both.submit(() -> recordFifty(each)));
      }
      List<Path> all = new ArrayList<>(made.get(0).get());
      all.addAll(made.get(1).get());
      assertThat(all).hasSize(100).doesNotHaveDuplicates();
      assertThat(library().list().runs()).hasSize(100);
    } finally {
      both.shutdownNow();
    }
  }

  private List<Path> recordFifty(RunWriter into) throws InvalidConfig {
    List<Path> folders = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      try (Recorder recorder = into.record(config, RunPreset.UNKNOWN)) {
        recorder.onEnd(summary(RunState.FINISHED));
        folders.add(recorder.folder().path());
      }
    }
    return folders;
  }

  @Test
  void twentyRunsLeaveOneThread() throws Exception {
    List<Thread> others = LiveThreads.named("io", 0); // of writers that nobody has closed
    for (int i = 0; i < 20; i++) {
      try (Recorder recorder = writer.record(config, RunPreset.UNKNOWN)) {
        recorder.onEnd(summary(RunState.FINISHED));
      }
    }
    List<Thread> all = LiveThreads.named("io", others.size() + 1);
    assertThat(all).filteredOn(thread -> !others.contains(thread)).hasSize(1);
  }

  @Test
  void aRecorderOutlivingItsStoreSaysSoAndNeverThrows() throws Exception {
    Recorder recorder = writer.record(config, RunPreset.UNKNOWN);
    writer.close();
    recorder.onSample(new Sample(1, 0, new double[] {1, 2}));
    recorder.close();
    assertThat(recorder.problem()).hasValueSatisfying(p -> assertThat(p).contains("closing"));
  }
}
