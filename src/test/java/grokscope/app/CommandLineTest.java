package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ConfigFormat;
import grokscope.config.Json;
import grokscope.config.Preset;
import grokscope.config.PresetStore;
import grokscope.run.MetricsFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, run in this process on a network so small that it takes no time. */
class CommandLineTest {
  private static final String SUMMARY_KEYS =
      "state,steps,memorized_at,grokked_at,steps_per_second,final";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> opened = new ArrayList<>();

  @TempDir private Path home;
  private Wiring wiring;
  private Path tiny;

  @BeforeEach
  void setUp() throws Exception {
    wiring = new Wiring(home);
    tiny = home.resolve("tiny.json");
    List<Assignment> changes =
        List.of(
            new Assignment("model.type", "mlp"),
            new Assignment("task.modulus", 5L),
            new Assignment("model.embedding", 4L),
            new Assignment("model.width", 8L),
            new Assignment("steps", 12L));
    Files.writeString(
        tiny,
        Json.page(
            new ConfigFormat(wiring.catalog())
                .write(Assignment.apply(wiring.catalog(), wiring.catalog().defaults(), changes))));
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  private int enter(String... arguments) {
    return enter(Map.of(), false, arguments);
  }

  private int enter(Map<String, String> environment, boolean redraws, String... arguments) {
    out.reset();
    err.reset();
    Charset utf8 = StandardCharsets.UTF_8;
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, utf8), new PrintStream(err, true, utf8), redraws, utf8);
    Display display = new Display("Linux", "", environment, home);
    return new FrontDoor(
            wiring, terminal, display, (preset, start) -> opened.add(preset + " " + start))
        .enter(arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String lastLine() {
    List<String> lines = out().lines().toList();
    return lines.get(lines.size() - 1);
  }

  @Test
  void listsThePresets() {
    assertThat(enter("presets")).isZero();
    assertThat(out().lines())
        .hasSameSizeAs(wiring.presets().all())
        .first()
        .asString()
        .matches("first-look +First look: .* about [0-9]+ s");
    assertThat(err()).isEmpty();
  }

  @Test
  void aRunEndsWithItsSummary() throws Exception {
    assertThat(enter("run", tiny.toString())).isZero();
    assertThat(Json.read(lastLine()))
        .containsOnlyKeys(SUMMARY_KEYS.split(","))
        .containsEntry("state", "finished")
        .containsEntry("steps", 12);
    assertThat(out()).contains("step 12/12  loss train ").contains("accuracy train ");
    assertThat(err()).isEmpty();
  }

  @Test
  void aQuietRunPrintsNothingElse() {
    assertThat(enter("run", tiny.toString(), "--quiet")).isZero();
    assertThat(out().lines()).singleElement().asString().startsWith("{\"state\":\"finished\"");
    assertThat(err()).isEmpty();
  }

  @Test
  void aRunWritesItsFolder() throws Exception {
    Path folder = home.resolve("deep/run");
    assertThat(enter("run", tiny.toString(), "--steps=7", "--seed=3", "--out", folder.toString()))
        .isZero();
    assertThat(folder.resolve("summary.json")).hasContent(lastLine());
    assertThat(MetricsFile.read(folder.resolve("metrics.csv"), List.of()).size()).isEqualTo(8);
    Preset again = wiring.presets().read(folder.resolve("config.json"));
    assertThat(again.config().steps()).isEqualTo(7);
    assertThat(again.config().seed()).isEqualTo(3);
    assertThat(folder.resolve("events.jsonl")).content().contains("\"state\":\"finished\"");

    assertThat(enter("run", tiny.toString(), "--out", folder.toString())).isEqualTo(2);
    assertThat(err()).startsWith(folder + ": the folder is not empty").hasLineCount(1);
    assertThat(out()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameRun() throws Exception {
    enter("run", tiny.toString(), "--out", home.resolve("a").toString());
    enter("run", tiny.toString(), "--out", home.resolve("b").toString());
    assertThat(home.resolve("a/metrics.csv"))
        .hasSameTextualContentAs(home.resolve("b/metrics.csv"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedBeforeTraining() {
    Path below = tiny.resolve("run"); // below a file
    assertThat(enter("run", tiny.toString(), "--out", below.toString())).isEqualTo(2);
    assertThat(err()).startsWith(below + ": the folder cannot be made").hasLineCount(1);
    assertThat(out()).isEmpty();
  }

  @Test
  void aMissedGoalIsAFailureWithASentence() {
    assertThat(enter("run", tiny.toString(), "--until", "grokked")).isEqualTo(1);
    assertThat(err()).isEqualTo("the run took all its 12 steps, but did not grok.\n");
    assertThat(lastLine()).startsWith("{\"state\":\"finished\"");
    assertThat(enter("run", tiny.toString(), "--until", "diverged")).isEqualTo(1);
    assertThat(err()).isEqualTo("the run took all its 12 steps, but did not diverge.\n");
  }

  @Test
  void aDivergedRunIsAFailureUnlessItWasAskedFor() {
    String[] steep = {
      "run",
      tiny.toString(),
      "--set=optimizer.learningRate=1e9",
      "--set=steps=500",
      "--until=diverged"
    };
    assertThat(enter(steep)).isZero();
    assertThat(lastLine()).startsWith("{\"state\":\"diverged\"");
    steep[4] = "--quiet";
    assertThat(enter(steep)).isEqualTo(1);
    assertThat(err()).startsWith("the run diverged: the training loss was").hasLineCount(1);
  }

  @Test
  void aTypeIsSetBeforeItsSettings() {
    assertThat(
            enter(
                "run",
                tiny.toString(),
                "--set",
                "model.heads=2",
                "--set",
                "model.type=transformer",
                "--set",
                "model.dModel=4",
                "--set",
                "model.dMlp=4",
                "--steps",
                "2"))
        .isZero();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--steps=0 | steps is 0, but must be a whole number from 1 to 100000000.",
        "--steps=many | steps is \"many\", but must be a whole number from 1 to 100000000.",
        "--steps= | steps is \"\", but must be a whole number from 1 to 100000000.",
        "--seed=-1 | seed is -1, but must be a whole number from 0 to 9223372036854775807.",
        "--set=steps | --set is \"steps\", but must be path=value, such as"
            + " optimizer.weightDecay=0.5.",
        "--set=data.trainFraction=NaN | data.trainFraction is NaN, but must be a number from 0.01"
            + " to 0.99.",
        "--set=optimizer.wd=1 | optimizer.wd is not a setting;",
        "--set=optimizer.weightdecay=1 | optimizer.weightdecay is not a setting; did you mean"
            + " optimizer.weightDecay?",
        "--set=modell.type=mlp | modell.type is not a setting; did you mean model.type?",
        "--set=model.type=rnn | model.type is \"rnn\", but must be one of \"mlp\",",
        "--backend=gpu | --backend is \"gpu\", but must be one of \"cpu\", \"nd4j\","
            + " \"cuda\".",
        "--threads=0 | --threads is 0, but must be a whole number from 1 to ",
        "--threads=-1 | --threads is -1, but must be a whole number from 1 to ",
        "--threads=1000 | --threads is 1000, but must be a whole number from 1 to ",
        "--threads=two | --threads is two, but must be a whole number from 1 to ",
        "--until=bored | --until is \"bored\", but must be one of \"grokked\", \"diverged\".",
        "--quite | Unknown option: '--quite'",
        "--out | Missing required parameter for option '--out'",
        "more | Unmatched argument",
      })
  void refusesAWrongOptionInOneSentence(String option, String message) {
    assertThat(enter("run", tiny.toString(), option)).isEqualTo(2);
    assertThat(err()).startsWith(message).hasLineCount(1);
    assertThat(out()).isEmpty();
  }

  @Test
  void withoutACardThatServesSaysSoAndComputesOnTheHost() {
    assertThat(enter("run", tiny.toString(), "--backend", "cuda")).isZero();
    assertThat(err()).startsWith("CUDA is not used: ").contains("The CPU computes.");
  }

  @Test
  void refusesWhatCannotBeOpened() {
    assertThat(enter("run", "frist-look")).isEqualTo(2);
    assertThat(err())
        .isEqualTo(
            "\"frist-look\" is neither a preset nor a .json file; did you mean \"first-look\"?\n");
    assertThat(enter("run", "zzzzzzzz")).isEqualTo(2);
    assertThat(err()).contains("the presets are first-look, ").hasLineCount(1);
    assertThat(enter("run", "nowhere/x.json")).isEqualTo(2);
    assertThat(err()).contains("there is no such file.").hasLineCount(1);
    assertThat(enter("run", home.toString())).isEqualTo(2);
    assertThat(err()).contains("this is a folder").hasLineCount(1);
    assertThat(enter("run", "")).isEqualTo(2);
    assertThat(err()).hasLineCount(1);
    assertThat(enter("run")).isEqualTo(2);
    assertThat(err()).startsWith("Missing required parameter").hasLineCount(1);
    assertThat(enter("rum")).isEqualTo(2);
    assertThat(err()).endsWith("; did you mean \"run\"?\n").hasLineCount(1);
  }

  @Test
  void saysWhyAPresetOfTheUsersIsBroken() throws Exception {
    Files.createDirectories(home.resolve("presets"));
    Files.writeString(home.resolve("presets/mine.json"), "{}");
    assertThat(enter("run", "mine")).isEqualTo(2);
    assertThat(err()).contains("mine.json: seed is missing.").hasLineCount(1);
    assertThat(enter("presets")).isZero();
    assertThat(err()).contains("mine.json: seed is missing.").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab", "presets", "run", "bench"})
  void everyCommandExplainsItself(String command) {
    assertThat(enter(command, "--help")).isZero();
    assertThat(out()).startsWith("Usage: grokscope " + command);
    assertThat(err()).isEmpty();
  }

  @Test
  void theHelpOfRunListsEverySetting() {
    enter("run", "--help");
    assertThat(out())
        .contains(wiring.catalog().paths(wiring.catalog().defaults()))
        .contains("model.dModel", "with model.type=transformer", "one of \"mlp\", \"transformer\"");
  }

  @Test
  void opensTheLabWhereThereIsADisplay() throws Exception {
    Files.createDirectories(home.resolve("proc/net"));
    Files.writeString(home.resolve("proc/net/unix"), "Num RefCount\n1: @/tmp/.X11-unix/X7\n");
    Map<String, String> screen = Map.of("DISPLAY", ":7");
    assertThat(enter(screen, false)).isZero();
    assertThat(enter(screen, false, "lab", "transformer", "--autostart")).isZero();
    assertThat(enter(screen, false, "lab", tiny.toString())).isZero();
    assertThat(opened)
        .containsExactly(PresetStore.DEFAULT + " false", "transformer true", tiny + " false");
    assertThat(enter(screen, false, "lab", "nothing-like-it")).isEqualTo(2);
    assertThat(err()).hasLineCount(1);
    assertThat(opened).hasSize(3);
  }

  @Test
  void showsTheRunInTheTerminalWhereThereIsNone() {
    assertThat(enter("lab", tiny.toString())).isZero();
    assertThat(err())
        .isEqualTo(
            "There is no display (DISPLAY is not set), so \"tiny\" runs here in the terminal.\n");
    assertThat(out())
        .contains("step 12/12  loss train", "accuracy   · train   █ test", "loss (log)   ·")
        .doesNotContain("\u001b")
        .endsWith(" in 12 steps.\n");
    assertThat(opened).isEmpty();
  }

  @Test
  void redrawsThePictureInPlaceWhereAPersonWatches() {
    assertThat(enter(Map.of(), true, "lab", tiny.toString())).isZero();
    assertThat(out()).contains("█ test", "\u001b[K\n").endsWith(" in 12 steps.\n");
  }

  @Test
  void benchEndsWithItsNumbers() throws Exception {
    assertThat(enter("bench", tiny.toString(), "--steps", "20", "--threads", "1")).isZero();
    Map<String, Object> numbers = Json.read(lastLine());
    assertThat(numbers)
        .containsKeys("steps_per_second", "ms_per_step", "peak_rss_mb", "backend")
        .containsEntry("threads", 1);
    assertThat((Double) numbers.get("steps_per_second")).isPositive();
    assertThat(enter("bench", tiny.toString(), "--steps", "0")).isEqualTo(2);
    assertThat(err()).startsWith("steps is 0, but must be");
  }
}
