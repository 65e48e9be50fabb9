package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.cli.Assignment;
import grokscope.cli.CommandLineFixture;
import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.PresetArgument;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.run.ContinuedRun;
import grokscope.run.Recorder;
import grokscope.run.RunFolder;
import grokscope.run.RunLibrary;
import grokscope.run.RunPreset;
import grokscope.run.RunWriter;
import grokscope.run.checkpoint.Thinning;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on, and runs that are run again, by their files. */
class ResumeCommandTest {
  private static final List<String> FILES =
      List.of("metrics.csv", "events.jsonl", "weights.safetensors", "config.json");

  @TempDir private Path home;
  private CommandLineFixture commands;
  private Wiring wiring;
  private Path tiny;

  @BeforeEach
  void setUp() throws Exception {
    commands = new CommandLineFixture(home);
    wiring = commands.wiring();
    tiny =
        commands.written(
            "tiny.json",
            commands.tiny(
                5,
                new Assignment("weights.weightNoise", 0.001),
                new Assignment("batch", 4L),
                new Assignment("steps", 300L)));
  }

  @AfterEach
  void close() {
    commands.close();
  }

  private Path run(String name, String... more) {
    Path folder = home.resolve(name);
    String[] arguments = {"run", tiny.toString(), "--quiet", "--threads=1", "--out=" + folder};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(commands.enter(all)).as(commands.err()).isZero();
    return folder;
  }

  private static void sameFiles(Path one, Path other) {
    for (String name : FILES) {
      assertThat(one.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
    }
  }

  @Test
  void aFinishedRunGoesOnBeyondItsEndAsIfItHadBeenLonger() {
    Path longer = run("longer");
    Path shorter = run("shorter", "--steps=211"); // where the last row is not in the longer one
    assertThat(commands.enter("resume", shorter.toString(), "--steps", "300", "--quiet")).isZero();
    assertThat(commands.err()).isEmpty();
    sameFiles(shorter, longer);
  }

  @Test
  void aThinnedRunGoesOnBranchesAndIsRepeatedAsBefore() throws Exception {
    Path longer = run("longer");
    Path thinned = run("thinned", "--steps=211", "--checkpoint-every=10");
    RunFolder folder = new RunFolder(thinned);
    long bytes = folder.bytes();
    Thinning thinning = wiring.runs().thin(folder);
    assertThat(thinning.freed()).isPositive();
    assertThat(folder.bytes()).isEqualTo(bytes - thinning.freed());
    assertThat(folder.listCheckpoints()).isEqualTo(thinning.stay());
    assertThat(thinning.stay().get(0).step()).isZero();
    assertThat(wiring.runs().thin(folder).go()).isEmpty();
    int step = thinning.stay().get(thinning.stay().size() - 2).step();
    RunConfig seen = wiring.runs().find(thinned).orElseThrow().config();
    wiring.writer().branch(folder, step, seen, seen).recorder().close();
    ContinuedRun going = wiring.writer().resume(thinned, (began, done) -> 300);
    assertThatThrownBy(() -> wiring.runs().thin(folder)).hasMessageContaining("being written");
    going.recorder().close();
    assertThat(commands.enter("resume", thinned.toString(), "--steps", "300", "--quiet")).isZero();
    sameFiles(thinned, longer);
    Path again = home.resolve("again");
    assertThat(commands.enter("run", "--replay", thinned.toString(), "--quiet", "--out=" + again))
        .isZero();
    assertThat(again.resolve("metrics.csv")).hasSameBinaryContentAs(longer.resolve("metrics.csv"));
  }

  @Test
  void aRunFromBeforeAKnobIsListedOpenedAndGoesOn() throws Exception {
    Path longer = run("longer");
    Path older = run("older", "--steps=211");
    String[] knobs = {"measures=usual", "script=", "moments=keep", "input=embedded"};
    Path checkpoint = older.resolve("checkpoints/step-000000211.safetensors");
    for (String knob : knobs) {
      String entry = "\"" + knob.replace("=", "\": \"") + "\",";
      takeOut(older.resolve("config.json"), entry, 1);
      takeOut(checkpoint, entry.replace(" ", "").replace("\"", "\\\""), 2);
    }
    RunConfig began = wiring.runs().find(older).orElseThrow().config();
    assertThat(began).isEqualTo(wiring.runs().open(older).listed().knobs().latest());
    assertThat(began.differences(wiring.runs().recorded(longer).config())).containsExactly("steps");
    Path again = home.resolve("again");
    assertThat(
            commands.enter(
                "run", "--replay", older.toString(), "--quiet", "--threads=1", "--out=" + again))
        .as(commands.err())
        .isZero();
    assertThat(again.resolve("metrics.csv")).hasSameBinaryContentAs(older.resolve("metrics.csv"));
    assertThat(commands.enter("export", older.toString(), "--format=csv", "--out=" + home))
        .as(commands.err())
        .isZero();
    assertThat(commands.enter("resume", older.toString(), "--steps", "300", "--quiet"))
        .as(commands.err())
        .isZero();
    assertThat(commands.err()).isEmpty();
    sameFiles(older, longer);
  }

  /** As long as before, so that the lengths in a checkpoint stay true. */
  private static void takeOut(Path file, String entry, int times) throws Exception {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String without = text.replace(entry, " ".repeat(entry.length()));
    assertThat(text.split(Pattern.quote(entry), -1)).as("%s in %s", entry, file).hasSize(times + 1);
    Files.writeString(file, without, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aRunOfALaterProgramIsRefusedInOneSentence() throws Exception {
    Path folder = run("later", "--steps=5");
    String config = Files.readString(folder.resolve("config.json"));
    Files.writeString(
        folder.resolve("config.json"),
        config.replace("\"measures\"", "\"tomorrow\": 1, \"measures\""));
    assertThat(commands.enter("resume", folder.toString())).isEqualTo(2);
    assertThat(commands.err())
        .contains("config.json: tomorrow is not a known key; the known keys are ");
    assertThat(commands.err().strip()).hasLineCount(1);
  }

  @Test
  void tornAndLaterLinesAreCutBack() throws Exception {
    Path whole = run("whole");
    Path torn = run("torn", "--checkpoint-every=50");
    for (int step : new int[] {300, 250}) {
      Files.delete(torn.resolve("checkpoints/step-000000" + step + ".safetensors"));
    }
    Files.writeString(torn.resolve("metrics.csv"), "301,0.1,0.", StandardOpenOption.APPEND);
    Files.writeString(torn.resolve("events.jsonl"), "{\"step\"", StandardOpenOption.APPEND);
    Files.writeString(torn.resolve("checkpoints/.draft-1.tmp"), "half");
    assertThat(commands.enter("resume", torn.toString(), "--quiet")).as(commands.err()).isZero();
    sameFiles(torn, whole);
    assertThat(torn.resolve("checkpoints/.draft-1.tmp")).doesNotExist();
    assertThat(torn.resolve("summary.json")).exists();
  }

  @Test
  void aRunWithOtherColumnsIsNotWrittenOn() throws Exception {
    String run = home.resolve("columns").toString();
    assertThat(commands.enter("run", tiny.toString(), "--quiet", "--out=" + run)).isZero();
    Path metrics = home.resolve("columns/metrics.csv");
    String before = Files.readString(metrics);
    Files.writeString(metrics, before.replace("weight_norm", "weight_nrom"));
    assertThat(commands.enter("resume", run, "--steps=310", "--quiet"))
        .isEqualTo(Verdict.BAD_INPUT);
    assertThat(commands.err()).contains("metrics.csv: its columns are not those that this version");
    Files.writeString(metrics, before);
    assertThat(commands.enter("resume", run, "--steps=310", "--quiet")).isZero();
  }

  @Test
  void aRunThatCouldNotGoOnAfterAllIsLeftFree() throws Exception {
    String run = home.resolve("free").toString();
    assertThat(commands.enter("run", tiny.toString(), "--quiet", "--out=" + run)).isZero();
    String before = Files.readString(home.resolve("free/events.jsonl"));
    ContinuedRun open = wiring.writer().resume(Path.of(run), (began, done) -> 310);
    open.recorder()
        .onEnd(
            new RunSummary(
                1, RunState.STOPPED, 0, Optional.empty(), Optional.empty(), 0, 0, Map.of(), ""));
    wiring.writer().settle();
    wiring.writer().resume(Path.of(run), (began, done) -> 310).recorder().close();
    assertThat(home.resolve("free/events.jsonl")).hasContent(before.strip());
    assertThat(home.resolve("free/summary.json")).exists();
  }

  @Test
  void withoutACheckpointARunBeginsAgain() throws Exception {
    Path whole = run("whole");
    Path bare = Files.createDirectories(home.resolve("bare"));
    Files.copy(whole.resolve("config.json"), bare.resolve("config.json"));
    assertThat(commands.enter("resume", bare.toString(), "--quiet", "--threads=1"))
        .as(commands.err())
        .isZero();
    sameFiles(bare, whole);
  }

  @Test
  void anotherNumberOfThreadsIsSaidInOneSentence() {
    Path folder = run("run", "--steps=20");
    assertThat(
            commands.enter("resume", folder.toString(), "--quiet", "--steps=30", "--backend=nd4j"))
        .isZero();
    assertThat(commands.err())
        .isEqualTo(
            "The run was computed with cpu on 1 thread, and continues with nd4j on 1 thread:"
                + " curves will agree only up to rounding.\n");
  }

  private void refused(Path folder, String words) {
    assertThat(commands.enter("resume", folder.toString())).isEqualTo(2);
    assertThat(commands.err()).contains(words).hasLineCount(1);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void whatCannotGoOnIsRefusedAndLeftAsItIs() throws Exception {
    refused(home.resolve("nowhere"), "there is no run in this folder");
    Path folder = run("run", "--steps=20");
    byte[] metrics = Files.readAllBytes(folder.resolve("metrics.csv"));
    assertThat(commands.enter("resume", folder.toString(), "--steps=10")).isEqualTo(2);
    assertThat(commands.err())
        .contains("--steps is 10, but the run has already taken 20")
        .hasLineCount(1);
    Path last = folder.resolve("checkpoints/step-000000020.safetensors");
    byte[] checkpoint = Files.readAllBytes(last);
    Files.write(last, java.util.Arrays.copyOf(checkpoint, 900));
    refused(folder, "this is not a safetensors file");
    Files.write(last, checkpoint);
    Path config = folder.resolve("config.json");
    String text = Files.readString(config);
    Files.writeString(config, text.replace("\"modulus\": 5", "\"modulus\": 7"));
    refused(folder, "it belongs to another run: its task.modulus is 5, but 7 in config.json");
    Files.writeString(config, text);
    Files.write(folder.resolve("metrics.csv"), java.util.Arrays.copyOf(metrics, 100));
    refused(folder, "it refers to more than metrics.csv and events.jsonl contain");
    assertThat(last).hasBinaryContent(checkpoint);
    Files.write(folder.resolve("metrics.csv"), metrics);
    assertThat(commands.enter("resume", folder.toString(), "--quiet")).isZero();
    assertThat(folder.resolve("metrics.csv")).hasBinaryContent(metrics);
  }

  @Test
  void aFolderThatIsBeingWrittenIsNotTouched() throws Exception {
    Path folder = run("run", "--steps=20");
    ContinuedRun open = wiring.writer().resume(folder, (began, done) -> began.steps());
    try (Recorder recorder = open.recorder()) {
      assertThat(open.request().config().steps()).isEqualTo(20);
      assertThat(recorder.problem()).isEmpty();
      refused(folder, "the run in it is being written by this program");
    }
    try (Wiring other = new Wiring(home);
        Recorder recorder =
            other.writer().resume(folder, (began, done) -> began.steps()).recorder()) {
      assertThat(recorder.problem()).isEmpty();
      assertThat(open.request().from()).isPresent();
      refused(folder, "is being written by another program, process ");
    }
    assertThat(commands.enter("resume", folder.toString(), "--quiet")).isZero();
  }

  /** Turns knobs whenever it hears of certain samples: nobody knows at which steps that acts. */
  private record Hand(TrainingSession session) implements RunListener {
    @Override
    public void onSample(Sample sample) {
      if (sample.step() == 60) {
        session.send(new Command.Retune("optimizer.weightDecay", 0.25));
        session.send(new Command.Retune("data.trainFraction", 0.6));
      } else if (sample.step() == 130) {
        session.send(new Command.Retune("data.trainFraction", 0.3));
      }
    }
  }

  @Test
  void turnedKnobsAreTurnedAgainWhenARunIsReplayedOrResumed() throws Exception {
    Path turned = home.resolve("turned");
    Engine engine = new Engine("cpu", 1, true, "");
    RunConfig config = PresetArgument.open(wiring.presets(), tiny.toString()).config();
    try (CtrlC ctrlC = new CtrlC(() -> {});
        TrainingSession session = wiring.session(engine);
        Recorder recorder = wiring.writer().recordInto(turned, config, RunPreset.UNKNOWN)) {
      RunRequest request = RunRequest.of(config);
      new WatchedRun(session, wiring.metrics(config))
          .run(request, List.of(recorder, new Hand(session)), (a, b, c) -> {}, ctrlC);
    }
    assertThat(Files.readString(turned.resolve("events.jsonl")))
        .contains("\"path\":\"data.trainFraction\",\"value\":0.3");
    Path again = home.resolve("again");
    assertThat(
            commands.enter("run", "--replay=" + turned, "--quiet", "--threads=1", "--out=" + again))
        .as(commands.err())
        .isZero();
    sameFiles(again, turned);
    // Cut off before the second turn, which only the events know.
    for (var entry : new RunFolder(again).listCheckpoints()) {
      if (entry.step() > 100) {
        Files.delete(entry.file());
      }
    }
    assertThat(commands.enter("resume", again.toString(), "--quiet")).as(commands.err()).isZero();
    sameFiles(again, turned);
    assertThat(commands.enter("run", "--replay=" + turned, tiny.toString())).isEqualTo(2);
    assertThat(Optional.of(commands.err())).hasValueSatisfying(e -> assertThat(e).hasLineCount(1));
  }

  /** Written by a program that did not have all of today's measures. */
  private void runOfOldColumns(Path folder, RunConfig config) throws Exception {
    List<Metric> all = wiring.metrics(config);
    List<Metric> old = all.stream().filter(metric -> !metric.id().equals("excluded_loss")).toList();
    RunLibrary library = new RunLibrary(home, Clock.systemUTC(), wiring.catalog(), earlier -> old);
    try (CtrlC ctrlC = new CtrlC(() -> {});
        TrainingSession session = wiring.session(new Engine("cpu", 1, true, ""));
        RunWriter writer = new RunWriter(library, new ProgramVersion("0", "old"));
        Recorder recorder = writer.recordInto(folder, config, RunPreset.UNKNOWN)) {
      RunRequest request = RunRequest.of(config).measuring(old.stream().map(Metric::id).toList());
      new WatchedRun(session, old).run(request, List.of(recorder), (a, b, c) -> {}, ctrlC);
    }
  }

  @Test
  void aRunFromBeforeAMeasureGoesOnInTheColumnsThatItHas() throws Exception {
    RunConfig config = PresetArgument.open(wiring.presets(), tiny.toString()).config();
    Path longer = home.resolve("longer");
    Path shorter = home.resolve("shorter");
    runOfOldColumns(longer, config);
    runOfOldColumns(shorter, wiring.catalog().with(config, "steps", 211L));
    assertThat(commands.enter("resume", shorter.toString(), "--steps", "300", "--quiet"))
        .as(commands.err())
        .isZero();
    sameFiles(shorter, longer);
    assertThat(Files.readString(shorter.resolve("metrics.csv"))).doesNotContain("excluded_loss");
    ContinuedRun branch = wiring.writer().branch(new RunFolder(longer), 100, config, config);
    branch.recorder().close();
    assertThat(branch.request().columns())
        .isEqualTo(branch.before().history().metrics().stream().map(Metric::id).toList())
        .doesNotContain("excluded_loss");
  }
}
