package grokscope.run.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.run.RunLibrary;
import grokscope.run.StoredRun;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RecordingListener;
import grokscope.telemetry.Sample;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.Question;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.StoredNetworkReader;
import grokscope.train.loop.TrainingSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of a run of this program, as another might have kept them. */
class SequenceImportTest {
  private final Laboratory laboratory = new Laboratory(4_000_000_000L);
  private final Catalog catalog = laboratory.catalog();

  @TempDir private Path home;
  private Path kept;
  private RunLibrary library;

  @BeforeEach
  void setUp() throws Exception {
    kept = Files.createDirectory(home.resolve("kept"));
    library =
        new RunLibrary(
            home.resolve("user"), Clock.systemDefaultZone(), catalog, laboratory::metrics);
  }

  private RunConfig config(String... settings) throws InvalidConfig {
    RunConfig config = catalog.with(catalog.defaults(), "steps", 40L);
    for (int i = 0; i < settings.length; i += 2) {
      String value = settings[i + 1];
      config =
          catalog.with(
              config, settings[i], value.matches("\\d+") ? Long.valueOf(value) : (Object) value);
    }
    return config;
  }

  /** A run whose networks are kept at every tenth step. */
  private RecordingListener run(RunConfig config) throws Exception {
    RecordingListener told = new RecordingListener(true);
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      session.start(RunRequest.of(config).withCheckpointEvery(10), List.of(told));
      told.end().get(60, TimeUnit.SECONDS);
    }
    for (Checkpoint checkpoint : told.checkpoints()) {
      SafetensorsFile.write(
          kept.resolve("net_" + checkpoint.step() + ".safetensors"), checkpoint.weights());
    }
    return told;
  }

  private ImportWish wish(RunConfig config) {
    return new ImportWish(
        Optional.of(config), any -> any, List.of(), Optional.empty(), Optional.empty(), "");
  }

  private SequenceImport.Imported imported(ImportWish wish) throws InvalidConfig {
    CheckpointSequence sequence = SequenceFinder.find(kept);
    try (Backend backend = new CpuBackend(1);
        StoredNetworkReader trainer = new StoredNetworkReader(any -> backend);
        SequenceImport work = new SequenceImport(library, sequence, wish)) {
      work.choose(work.trial().answer(trainer));
      work.begin();
      for (Optional<Question.Measure> next = work.next(); next.isPresent(); next = work.next()) {
        work.take(next.get().answer(trainer));
      }
      return work.finish();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mlp, modular, full, usual",
    "mlp, modular, 5, usual",
    "linear, modular, full, all",
    "transformer, digit-addition, 16, usual"
  })
  void itHasTheNumbersOfTheRunToTheLastDigit(
      String model, String task, String batch, String measures) throws Exception {
    String small = task.equals("modular") ? "task.modulus" : "task.examples";
    RunConfig config =
        config(
            "model.type",
            model,
            "batch",
            batch,
            "measures",
            measures,
            "task.type",
            task,
            small,
            task.equals("modular") ? "7" : "60");
    RecordingListener told = run(config);
    StoredRun read = library.open(imported(wish(config)).folder().path());
    History history = read.history();
    List<String> columns = laboratory.metrics(config).stream().map(Metric::id).toList();
    int compared = 0;
    assertThat(history.size()).isEqualTo(told.checkpoints().size());
    for (Sample sample : told.samples()) {
      int row = history.indexAt(sample.step());
      if (history.step(row) == sample.step()) {
        compared++;
        for (int column = 0; column < columns.size(); column++) {
          int same = history.column(columns.get(column));
          double value = sample.values()[column];
          if (same >= 0 && !Double.isNaN(value)) {
            assertThat(history.value(same, row))
                .as("%s at step %d", columns.get(column), sample.step())
                .isEqualTo(value);
          }
        }
      }
    }
    assertThat(compared).isEqualTo(history.size());
  }
}
