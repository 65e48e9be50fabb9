package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.cli.Assignment;
import grokscope.cli.CommandLineFixture;
import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.AtomicFile;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.run.ContinuedRun;
import grokscope.run.Recorder;
import grokscope.run.RunFolder;
import grokscope.run.RunPreset;
import grokscope.run.StoredRun;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.format.MetricsFile;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.loop.Answer;
import grokscope.train.loop.Command;
import grokscope.train.loop.Question;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.loop.TrainingSession;
import grokscope.ui.session.EndedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that begin at a checkpoint of another, and checkpoints that are read again. */
class BranchTest {
  private static final int AT = 100;

  @TempDir private Path home;
  private CommandLineFixture commands;
  private Wiring wiring;
  private RunFolder parent;
  private RunConfig config;

  @BeforeEach
  void setUp() throws Exception {
    commands = new CommandLineFixture(home);
    wiring = commands.wiring();
    config =
        commands.tiny(
            7,
            new Assignment("model.embedding", 8L),
            new Assignment("model.width", 16L),
            new Assignment("weights.weightNoise", 0.001),
            new Assignment("steps", 300L));
    Path tiny = commands.written("tiny.json", config);
    parent = new RunFolder(home.resolve("parent"));
    assertThat(commands.enter("run", tiny.toString(), "--quiet", "--out=" + parent.path()))
        .isZero();
  }

  @AfterEach
  void close() {
    commands.close();
  }

  private RunConfig with(String path, Object value) throws InvalidConfig {
    return wiring.catalog().with(config, path, value);
  }

  private RunFolder run(ContinuedRun branch) throws Exception {
    try (TrainingSession session = wiring.session(Engine.standard());
        CtrlC ctrlC = new CtrlC(() -> session.send(new Command.Stop()))) {
      watch(session, ctrlC, branch.request(), branch.recorder());
    }
    branch.recorder().close();
    return branch.recorder().folder();
  }

  private void watch(TrainingSession session, CtrlC ctrlC, RunRequest request, Recorder recorder)
      throws Exception {
    RunSummary summary =
        new WatchedRun(session, wiring.metrics(config))
            .run(request, List.of(recorder), (status, history, news) -> {}, ctrlC);
    assertThat(summary.message()).isEmpty();
  }

  @Test
  void aBranchThatChangesNothingHasTheBitsOfItsParent() throws Exception {
    RunFolder child = run(wiring.writer().branch(parent, AT, config, config));
    assertThat(child.metrics()).hasSameBinaryContentAs(parent.metrics());
    assertThat(child.weights()).hasSameBinaryContentAs(parent.weights());
    assertThat(child.config()).hasSameBinaryContentAs(parent.config());
    assertThat(Json.read(AtomicFile.read(child.parent())))
        .containsEntry("folder", "parent")
        .containsEntry("step", AT);
    StoredRun stored = wiring.runs().open(child.path());
    assertThat(stored.events()).contains(new RunEvent.Branched(0, AT, "parent"));
    assertThat(stored.listed().steps()).isEqualTo(300);
    assertThat(child.listCheckpoints().get(0).step()).isEqualTo(AT);
  }

  @Test
  void aBranchKnowsWhatItHasInCommonWithItsParent() throws Exception {
    ContinuedRun branch = wiring.writer().branch(parent, AT, config, config);
    StoredRun opened = wiring.runs().open(branch.recorder().folder().path());
    same(branch, opened);
    branch.recorder().close();
    ContinuedRun resumed = wiring.writer().resume(opened.folder().path(), (began, done) -> 300);
    same(resumed, opened);
    assertThat(resumed.step()).isEqualTo(AT);
    resumed.recorder().close();
  }

  private static void same(ContinuedRun run, StoredRun opened) {
    History before = run.before().history();
    assertThat(run.before().events()).isEqualTo(opened.events());
    assertThat(before.metrics()).isEqualTo(opened.history().metrics());
    assertThat(before.size()).isEqualTo(opened.history().size());
    assertThat(before.step(before.size() - 1)).isLessThanOrEqualTo(AT);
    for (int column = 0; column < before.metrics().size(); column++) {
      assertThat(before.values(column, 0)).isEqualTo(opened.history().values(column, 0));
    }
  }

  @Test
  void aTurnedKnobActsFromTheBranchOnAndTheFolderCanBeReplayed() throws Exception {
    String path = "optimizer.weightDecay";
    RunConfig wanted = wiring.catalog().with(with(path, 0.0), "steps", 200L);
    RunFolder child = run(wiring.writer().branch(parent, AT, config, wanted));
    History mine = MetricsFile.read(child.metrics(), List.of());
    History theirs = MetricsFile.read(parent.metrics(), List.of());
    int loss = mine.column("train_loss");
    for (int i = 0; i < mine.size(); i++) {
      boolean same = mine.value(loss, i) == theirs.value(loss, i);
      assertThat(same).as("step " + mine.step(i)).isEqualTo(mine.step(i) <= AT);
    }
    assertThat(mine.step(mine.size() - 1)).isEqualTo(200);
    assertThat(wiring.runs().open(child.path()).listed().knobs().latest().get(path)).isEqualTo(0.0);
    Path again = home.resolve("again");
    assertThat(
            commands.enter("run", "--replay", child.path().toString(), "--quiet", "--out=" + again))
        .as(commands.err())
        .isZero();
    assertThat(again.resolve("metrics.csv")).hasSameBinaryContentAs(child.metrics());
  }

  @Test
  void aBranchCanBeResumedAndBranchedAgain() throws Exception {
    RunFolder child = run(wiring.writer().branch(parent, AT, config, with("steps", 150L)));
    assertThat(commands.enter("resume", child.path().toString(), "--steps", "300", "--quiet"))
        .isZero();
    assertThat(child.metrics()).hasSameBinaryContentAs(parent.metrics());
    RunFolder grandchild = run(wiring.writer().branch(child, 150, config, config));
    assertThat(grandchild.metrics()).hasSameBinaryContentAs(parent.metrics());
  }

  @Test
  void whatCannotDifferIsRefusedInOneSentenceAndLeavesNoFolder() throws Exception {
    refused(with("task.modulus", 11L), AT, "task.modulus is 11, but was 7 in the run");
    refused(with("optimizer.type", "sgd"), AT, "optimizer.type is sgd, but adamw in the run");
    refused(with("seed", 5L), AT, "seed is 5, but was 0 in the run");
    refused(with("steps", 100L), AT, "steps is 100, but a branch from step 100 needs more");
    refused(config, 101, "it has no checkpoint of step 101 in it.");
    assertThat(home.resolve("runs")).doesNotExist();
  }

  private void refused(RunConfig wanted, int step, String words) {
    assertThatThrownBy(() -> wiring.writer().branch(parent, step, config, wanted))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(words)
        .hasMessageEndingWith(".");
  }

  @Test
  void theFinalKeysReadAtTheLastStepGiveWhatTheRunMeasured() throws Exception {
    theCircuitAtTheEndIsAsMeasured(parent);
  }

  private void theCircuitAtTheEndIsAsMeasured(RunFolder run) throws Exception {
    assertThat(commands.enter("circuit", run.path().toString())).as(commands.err()).isZero();
    List<String> lines = commands.lines();
    assertThat(lines.get(0))
        .isEqualTo("step,restricted_loss,excluded_loss,restricted_accuracy,excluded_accuracy");
    assertThat(lines).hasSize(run.listCheckpoints().size() + 1);
    History measured = wiring.runs().open(run.path()).history();
    String[] names = lines.get(0).split(",", -1);
    String[] cells = lines.get(lines.size() - 1).split(",", -1);
    assertThat(cells[0]).isEqualTo("300");
    ToDoubleFunction<Integer> read = column -> Double.parseDouble(cells[column]);
    for (int column = 1; column < names.length; column++) {
      assertThat(read.applyAsDouble(column))
          .as(names[column])
          .isEqualTo(measured.value(measured.column(names[column]), measured.size() - 1));
    }
  }

  @Test
  void theWindowReadsWhatTheCommandPrints() throws Exception {
    assertThat(commands.enter("circuit", parent.path().toString())).isZero();
    List<String> printed = new ArrayList<>();
    for (String line : commands.out().lines().skip(1).toList()) {
      printed.add(String.join(",", Arrays.copyOf(line.split(",", -1), 3)));
    }
    try (TrainingSession session = wiring.session(Engine.standard())) {
      History read =
          EndedRun.readAgain(parent, config, wiring.metrics(config), session::send, printed.size());
      List<String> shown = new ArrayList<>();
      for (int i = 0; i < read.size(); i++) {
        shown.add((int) read.step(i) + "," + read.value(0, i) + "," + read.value(1, i));
      }
      assertThat(shown).isEqualTo(printed);
    }
  }

  @Test
  void aRunWithoutSumsHasNoCircuit() throws Exception {
    Path table = home.resolve("table.json");
    Files.writeString(
        table,
        Json.page(
            new ConfigFormat(wiring.catalog())
                .write(
                    Assignment.apply(
                        wiring.catalog(),
                        config,
                        List.of(
                            new Assignment("task.operation", "x*y"),
                            new Assignment("steps", 3L))))));
    Path folder = home.resolve("products");
    assertThat(commands.enter("run", table.toString(), "--quiet", "--out=" + folder)).isZero();
    assertThat(commands.enter("circuit", folder.toString())).isEqualTo(Verdict.BAD_INPUT);
    assertThat(commands.err()).contains("not a table of sums");
    assertThat(commands.enter("circuit", home.toString())).isEqualTo(Verdict.BAD_INPUT);
    assertThat(commands.err()).contains("there is no run in this folder");
  }

  /**
   * With wrong answers, which are those of the first training pairs whatever is trained on later.
   */
  @Test
  void anEarlierNetworkIsShownWithTheTrainingPairsOfItsMoment() throws Exception {
    config =
        wiring
            .catalog()
            .with(
                with("data.outliers", 5L),
                "script",
                "100 data.trainFraction=0.7; 250 data.trainFraction=0.2");
    Path folder = home.resolve("turned");
    try (TrainingSession session = wiring.session(Engine.standard());
        CtrlC ctrlC = new CtrlC(() -> session.send(new Command.Stop()))) {
      AnswerGrid live;
      try (Recorder recorder = wiring.writer().recordInto(folder, config, RunPreset.UNKNOWN)) {
        watch(session, ctrlC, RunRequest.of(config), recorder);
        live = answers(session, new Question.Show(SnapshotRequest.at(SnapshotPart.ANSWERS)));
      }
      List<CheckpointEntry> entries = new RunFolder(folder).listCheckpoints();
      for (CheckpointEntry entry : entries) {
        StoredNetwork then = entry.network(1, config);
        AnswerGrid grid =
            answers(
                session, new Question.ShowStored(then, SnapshotRequest.at(SnapshotPart.ANSWERS)));
        int step = entry.step();
        double share = step < 100 ? 0.4 : step < 250 ? 0.7 : 0.2;
        assertThat(trained(grid)).as("step " + step).isEqualTo((int) (49 * share));
        assertThat(grid.answers().rule()).isEqualTo(live.answers().rule());
        assertThat(labels(grid, live)).isEqualTo(labels(live, grid));
        if (step == 300) {
          assertThat(grid).usingRecursiveComparison().isEqualTo(live);
        }
      }
    }
    theCircuitAtTheEndIsAsMeasured(new RunFolder(folder));
  }

  /** What is to be answered where both train; the answers to hidden pairs are never wrong. */
  private static List<Integer> labels(AnswerGrid of, AnswerGrid other) {
    return IntStream.range(0, of.answers().size())
        .filter(i -> of.answers().train()[i] && other.answers().train()[i])
        .mapToObj(i -> of.answers().label()[i])
        .toList();
  }

  private static int trained(AnswerGrid grid) {
    int count = 0;
    for (boolean train : grid.answers().train()) {
      count += train ? 1 : 0;
    }
    return count;
  }

  private static AnswerGrid answers(TrainingSession session, Question<Snapshot> question)
      throws Exception {
    CompletableFuture<Answer<Snapshot>> reply = new CompletableFuture<>();
    session.send(new Command.Ask<>(question, reply::complete));
    return reply.get(20, TimeUnit.SECONDS).found().orElseThrow().answers().orElseThrow();
  }
}
