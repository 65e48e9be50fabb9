package grokscope.run.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.RunLibrary;
import grokscope.run.RunWriter;
import grokscope.run.StoredRun;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.SafetensorsFile;
import grokscope.run.weights.WeightsReader;
import grokscope.task.PairSplit;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RecordingListener;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.Question;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.loop.StoredNetworkReader;
import grokscope.train.loop.TrainingSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    library = new RunLibrary(home.resolve("user"), Clock.systemUTC(), catalog, laboratory::metrics);
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

  private void keepAt(int step, RunConfig config, String name) throws Exception {
    RecordingListener told = new RecordingListener(true);
    RunConfig shorter = catalog.with(config, "steps", (long) Math.max(1, step));
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      session.start(RunRequest.of(shorter), List.of(told));
      told.end().get(60, TimeUnit.SECONDS);
    }
    SafetensorsFile.write(kept.resolve(name), told.weights());
  }

  @Test
  void itSaysWhatIsNotKnownAndCannotGoOn() throws Exception {
    run(config("task.modulus", "7"));
    Files.writeString(kept.resolve("notes.txt"), "");
    SequenceImport.Imported made = imported(ImportWish.with(found -> found));
    StoredRun read = library.open(made.folder().path());
    assertThat(read.listed().source()).contains(made.source());
    assertThat(read.listed().computed()).isEmpty();
    assertThat(read.listed().seconds()).isEmpty();
    assertThat(read.listed().preset().title()).isEqualTo("kept");
    assertThat(read.listed().knobs().unknown())
        .contains("optimizer.type", "optimizer.weightDecay", "seed", "batch")
        .contains("data.trainFraction", "data.labelNoise", "model.embeddingScale")
        .noneMatch(path -> path.startsWith("task."));
    assertThat(read.listed().verdict()).isEqualTo(PhaseVerdict.UNTOLD);
    assertThat(read.listed().memorizedAt()).isEmpty();
    assertThat(read.history().column("train_accuracy")).isNegative();
    assertThat(read.history().column("excluded_loss")).isNegative();
    assertThat(read.history().column("restricted_loss")).isNotNegative();
    assertThat(String.join(" ", made.source().remarks()))
        .contains("notes.txt", "not known, so test loss and accuracy are those of all")
        .contains("not measured, because of that: train loss, train accuracy, ")
        .doesNotContain("_loss");
    RunWriter writer = new RunWriter(library, ProgramVersion.ofThisProgram());
    assertThatThrownBy(() -> writer.resume(made.folder().path(), (began, done) -> 100))
        .hasMessageContaining("trained by another program");
    assertThatThrownBy(
            () -> writer.branch(made.folder(), 10, read.listed().config(), read.listed().config()))
        .hasMessageContaining("trained by another program");
    assertThatThrownBy(() -> library.recorded(made.folder().path()))
        .hasMessageContaining("trained by another program");
    writer.close();
  }

  @Test
  void aSplitThatIsGivenStaysWithItsNetworks() throws Exception {
    RunConfig config = config("task.modulus", "7");
    run(config);
    PairSplit split = PairSplit.ofPairs(new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3});
    SequenceImport.Imported made =
        imported(
            new ImportWish(
                Optional.of(config),
                any -> any,
                List.of(),
                Optional.of(split),
                Optional.of(home.resolve("out")),
                "By hand"));
    assertThat(made.folder().path()).isEqualTo(home.resolve("out"));
    StoredRun read = library.open(made.folder().path());
    assertThat(read.listed().preset().title()).isEqualTo("By hand");
    assertThat(read.listed().config().trainFraction()).isEqualTo(0.082);
    StoredNetwork network =
        made.folder().listCheckpoints().get(0).network(1, read.listed().config());
    assertThat(network.pairs()).contains(split);
    double train = read.history().value(read.history().column("train_accuracy"), 0);
    assertThat(4 * train).isEqualTo(Math.rint(4 * train));
  }

  @Test
  void whatHoldsUntilTheLastCheckpointWasReached() throws Exception {
    RunConfig config = config("task.modulus", "7");
    keepAt(0, config, "step_0.safetensors");
    keepAt(150, config, "step_150.safetensors");
    StoredRun read = library.open(imported(wish(config)).folder().path());
    assertThat(read.listed().memorizedAt()).contains(new StepInterval(0, 150));
    assertThat(read.events()).hasSize(1);
    assertThat(read.listed().verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
  }

  @Test
  void anotherNetworkAmongThemIsNamedAndNothingStays() throws Exception {
    RunConfig config = config("task.modulus", "7");
    run(config);
    keepAt(1, config("task.modulus", "7", "model.width", "16"), "net_25.safetensors");
    assertThatThrownBy(() -> imported(wish(config)))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("net_25.safetensors")
        .hasMessageContaining("16");
    try (Stream<Path> left = Files.walk(home.resolve("user"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aFolderOfFoldersIsReadToo() throws Exception {
    run(config("task.modulus", "7"));
    Path outer = Files.createDirectory(home.resolve("outer"));
    for (int step : new int[] {10, 20}) {
      Path inner = Files.createDirectory(outer.resolve("checkpoint-" + step));
      Files.copy(kept.resolve("net_" + step + ".safetensors"), inner.resolve("model.safetensors"));
      Files.writeString(inner.resolve("optimizer.pt"), "");
      Files.writeString(inner.resolve("trainer.bin"), "");
    }
    CheckpointSequence found = SequenceFinder.find(outer);
    assertThat(found.steps()).containsExactly(10, 20);
    assertThat(found.called(1)).isEqualTo("checkpoint-20/model.safetensors");
    assertThatThrownBy(() -> SequenceFinder.find(outer.resolve("checkpoint-10")))
        .hasMessageContaining("no number by which they could be put in order");
    assertThatThrownBy(() -> SequenceFinder.find(home))
        .hasMessageContaining("there are no files of weights in the folder");
  }

  @Test
  void aFileWithAListOfNetworksIsASequence() throws Exception {
    RunConfig config = config("task.modulus", "7");
    RecordingListener told = run(config);
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (Tensor tensor : told.checkpoints().get(i).weights()) {
        all.add(
            new Tensor(
                "checkpoints." + i + "." + tensor.name(),
                tensor.part(),
                tensor.shape(),
                tensor.values()));
      }
    }
    all.add(new Tensor("train_losses", new int[] {3}, new float[] {3, 2, 1}));
    Path file = home.resolve("all.safetensors");
    SafetensorsFile.write(file, all);
    ArrayFile read = ArrayFile.open(file);
    assertThat(NetworkList.in(read)).hasSize(1);
    ArrayFile steps =
        new ArrayFile(
            read.form(),
            read.texts(),
            read.arrays(),
            Map.of("checkpoint_epochs", List.of(0L, 10L, 30L)));
    assertThat(ListSteps.of(steps, List.of(0, 1, 2)).steps()).containsExactly(0, 10, 30);
    assertThat(ListSteps.of(steps, List.of(100, 200, 300)).steps()).containsExactly(100, 200, 300);
    CheckpointSequence counted = SequenceFinder.find(file);
    assertThat(counted.steps()).containsExactly(0, 1, 2);
    assertThat(counted.remarks().get(0)).contains("counted from 0");
    assertThat(new WeightsReader(catalog).read(counted.open(2)).candidates()).isNotEmpty();
    assertThatThrownBy(() -> SequenceFinder.find(kept.resolve("net_10.safetensors")))
        .hasMessageContaining("without a list of networks");
  }
}
