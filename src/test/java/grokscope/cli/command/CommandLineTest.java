package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Assignment;
import grokscope.cli.CommandLineFixture;
import grokscope.cli.PresetArgument;
import grokscope.cli.Wiring;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.run.format.MetricsFile;
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
      "state,steps,memorized_at,generalized_at,grokked_at,outcome,sentence,steps_per_second,final";

  @TempDir private Path home;
  private CommandLineFixture commands;
  private Wiring wiring;
  private Path tiny;

  @BeforeEach
  void setUp() throws Exception {
    commands = new CommandLineFixture(home);
    wiring = commands.wiring();
    tiny = commands.written("tiny.json", commands.tiny(5, new Assignment("steps", 12L)));
  }

  @AfterEach
  void close() {
    commands.close();
  }

  @Test
  void listsThePresets() {
    assertThat(commands.enter("presets")).isZero();
    assertThat(commands.out().lines())
        .hasSameSizeAs(wiring.presets().all())
        .first()
        .asString()
        .matches("first-look +First look: .* about [0-9]+ s");
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void listsThePresetsThatHaveTheWords() {
    assertThat(commands.enter("presets", "Strong", "decay")).isZero();
    assertThat(commands.out()).startsWith("strong-decay ").contains("Strong decay: earlier");
    assertThat(commands.enter("presets", "zork")).isZero();
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err()).isEqualTo("No preset has \"zork\" in its words.\n");
  }

  @Test
  void opensAPresetByItsTitle() throws Exception {
    Preset random = wiring.presets().find("random-table").orElseThrow();
    assertThat(PresetArgument.open(wiring.presets(), "random table: NO rule")).isEqualTo(random);
  }

  @Test
  void aRunEndsWithItsSummary() throws Exception {
    assertThat(commands.enter("run", tiny.toString())).isZero();
    assertThat(Json.read(commands.lastLine()))
        .containsOnlyKeys(SUMMARY_KEYS.split(","))
        .containsEntry("state", "finished")
        .containsEntry("steps", 12);
    assertThat(commands.out()).contains("step 12/12  loss train ").contains("accuracy train ");
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void aRunSaysOnceWhatItCannotMeasure() {
    assertThat(commands.enter("run", tiny.toString(), "--set", "task.modulus=8")).isZero();
    assertThat(commands.out())
        .startsWith("not measured, because the modulus 8 is even: restricted_loss, excluded_loss")
        .containsOnlyOnce("not measured");
  }

  @Test
  void aQuietRunPrintsNothingElse() {
    assertThat(commands.enter("run", tiny.toString(), "--quiet")).isZero();
    assertThat(commands.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"state\":\"finished\"");
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void aRunWritesItsFolder() throws Exception {
    Path folder = home.resolve("deep/run");
    assertThat(
            commands.enter(
                "run", tiny.toString(), "--steps=7", "--seed=3", "--out", folder.toString()))
        .isZero();
    // The file has the line that was printed, and at its end what trained the run.
    String printed = commands.lastLine();
    String program = ",\"program\":" + Json.line(ProgramVersion.ofThisProgram().keys()) + "}";
    assertThat(folder.resolve("summary.json"))
        .content()
        .startsWith(printed.substring(0, printed.length() - 1) + ",\"seconds\":")
        .contains(",\"computed\":{\"backend\":\"cpu\",\"threads\":1,")
        .endsWith(program + "\n");
    assertThat(MetricsFile.read(folder.resolve("metrics.csv"), List.of()).size()).isEqualTo(8);
    Preset again = wiring.presets().read(folder.resolve("config.json"));
    assertThat(again.config().steps()).isEqualTo(7);
    assertThat(again.config().seed()).isEqualTo(3);
    assertThat(folder.resolve("events.jsonl")).content().contains("\"state\":\"finished\"");

    assertThat(commands.enter("run", tiny.toString(), "--out", folder.toString())).isEqualTo(2);
    assertThat(commands.err()).startsWith(folder + ": the folder is not empty").hasLineCount(1);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameRun() throws Exception {
    commands.enter("run", tiny.toString(), "--out", home.resolve("a").toString());
    commands.enter("run", tiny.toString(), "--out", home.resolve("b").toString());
    assertThat(home.resolve("a/metrics.csv"))
        .hasSameTextualContentAs(home.resolve("b/metrics.csv"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedBeforeTraining() {
    Path below = tiny.resolve("run"); // below a file
    assertThat(commands.enter("run", tiny.toString(), "--out", below.toString())).isEqualTo(2);
    assertThat(commands.err()).startsWith(below + ": the folder cannot be created").hasLineCount(1);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void aMissedGoalIsAFailureWithASentence() {
    assertThat(commands.enter("run", tiny.toString(), "--until", "grokked")).isEqualTo(1);
    assertThat(commands.err()).isEqualTo("the run took all its 12 steps, but did not grok.\n");
    assertThat(commands.lastLine()).startsWith("{\"state\":\"finished\"");
    assertThat(commands.enter("run", tiny.toString(), "--until", "diverged")).isEqualTo(1);
    assertThat(commands.err()).isEqualTo("the run took all its 12 steps, but did not diverge.\n");
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
    assertThat(commands.enter(steep)).isZero();
    assertThat(commands.lastLine()).startsWith("{\"state\":\"diverged\"");
    steep[4] = "--quiet";
    assertThat(commands.enter(steep)).isEqualTo(1);
    assertThat(commands.err())
        .startsWith("the run diverged: the training loss was")
        .hasLineCount(1);
  }

  @Test
  void aTypeIsSetBeforeItsSettings() {
    assertThat(
            commands.enter(
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
        "--set=gradient.lambda=5 | gradient.lambda is a setting only with"
            + " gradient.type=grokfastEma or gradient.type=grokfastMa.",
        "--set=model.dModel=64 | model.dModel is a setting only with model.type=transformer.",
        "--set=model.type=rnn | model.type is \"rnn\", but must be one of \"mlp\",",
        "--backend=gpu | --backend is \"gpu\", but must be one of \"cpu\", \"nd4j\","
            + " \"cuda\".",
        "--threads=0 | --threads is 0, but must be a whole number from 1 to ",
        "--threads=-1 | --threads is -1, but must be a whole number from 1 to ",
        "--threads=1000 | --threads is 1000, but must be a whole number from 1 to ",
        "--threads=two | --threads is two, but must be a whole number from 1 to ",
        "--until=bored | --until is \"bored\", but must be one of \"generalized\", \"grokked\","
            + " \"diverged\".",
        "--quite | Unknown option: '--quite'",
        "--out | Missing required parameter for option '--out'",
        "more | Unmatched argument",
      })
  void refusesAWrongOptionInOneSentence(String option, String message) {
    assertThat(commands.enter("run", tiny.toString(), option)).isEqualTo(2);
    assertThat(commands.err()).startsWith(message).hasLineCount(1);
    assertThat(commands.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run --out", "run --replay", "queue --out", "resume", "probe", "export"})
  void saysThatANameCannotBeThatOfAFile(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add("a\0b"); // no system allows that; under a locale of ASCII é is the same
    assertThat(commands.enter(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(commands.err())
        .contains("\"a?b\" cannot be a file name here")
        .doesNotContain("java")
        .hasLineCount(1);
  }

  @Test
  void withoutACardThatServesSaysSoAndComputesOnTheHost() {
    assertThat(commands.enter("run", tiny.toString(), "--backend", "cuda")).isZero();
    assertThat(commands.err())
        .startsWith("CUDA is not used: ")
        .contains("The CPU is used instead.");
  }

  @Test
  void refusesWhatCannotBeOpened() {
    assertThat(commands.enter("run", "frist-look")).isEqualTo(2);
    assertThat(commands.err())
        .isEqualTo(
            "\"frist-look\" is neither a preset nor a .json file; did you mean \"first-look\"?\n");
    assertThat(commands.enter("run", "groking")).isEqualTo(2);
    assertThat(commands.err()).endsWith("; did you mean \"ungrokking\" or \"semi-grokking\"?\n");
    assertThat(commands.enter("run", "zzzzzzzz")).isEqualTo(2);
    assertThat(commands.err()).contains("the presets are first-look, ").hasLineCount(1);
    assertThat(commands.enter("run", "nowhere/x.json")).isEqualTo(2);
    assertThat(commands.err()).contains("there is no such file.").hasLineCount(1);
    assertThat(commands.enter("run", home.toString())).isEqualTo(2);
    assertThat(commands.err()).contains("this is a folder").hasLineCount(1);
    assertThat(commands.enter("run", "")).isEqualTo(2);
    assertThat(commands.err()).hasLineCount(1);
    assertThat(commands.enter("run")).isEqualTo(2);
    assertThat(commands.err()).startsWith("Missing required parameter").hasLineCount(1);
    assertThat(commands.enter("rum")).isEqualTo(2);
    assertThat(commands.err()).endsWith("; did you mean \"run\"?\n").hasLineCount(1);
  }

  @Test
  void saysWhyAPresetOfTheUsersIsBroken() throws Exception {
    Files.createDirectories(home.resolve("presets"));
    Files.writeString(home.resolve("presets/mine.json"), "{}");
    assertThat(commands.enter("run", "mine")).isEqualTo(2);
    assertThat(commands.err()).contains("mine.json: seed is missing.").hasLineCount(1);
    assertThat(commands.enter("presets")).isZero();
    assertThat(commands.err()).contains("mine.json: seed is missing.").hasLineCount(1);
  }

  @Test
  void everyCommandExplainsItself() {
    assertThat(commands.commands()).contains("lab", "run", "resume", "circuit");
    for (String command : commands.commands()) {
      assertThat(commands.enter(command, "--help")).isZero();
      assertThat(commands.out()).startsWith("Usage: grokscope " + command);
      assertThat(commands.err()).isEmpty();
    }
  }

  @Test
  void theListOfCommandsSaysWholeSentences() {
    commands.enter("--help");
    assertThat(commands.out().replaceAll("\\s+", " "))
        .contains("[" + String.join(" | ", commands.commands()) + "]");
    String list = commands.out().split("Commands:\\R", -1)[1];
    assertThat(list.split("\\R(?=  \\S)", -1))
        .hasSameSizeAs(commands.commands())
        .allSatisfy(entry -> assertThat(entry.strip()).endsWith("."));
  }

  @Test
  void theHelpOfRunListsEverySetting() {
    commands.enter("run", "--help");
    assertThat(commands.out())
        .contains(wiring.catalog().paths(wiring.catalog().defaults()))
        .contains("model.dModel", "with model.type=transformer", "one of \"mlp\", \"transformer\"");
  }

  @Test
  void opensTheLabWhereThereIsADisplay() throws Exception {
    Files.createDirectories(home.resolve("proc/net"));
    Files.writeString(home.resolve("proc/net/unix"), "Num RefCount\n1: @/tmp/.X11-unix/X7\n");
    Map<String, String> screen = Map.of("DISPLAY", ":7");
    assertThat(commands.enter(screen, false)).isZero();
    assertThat(commands.enter(screen, false, "lab", "transformer", "--autostart")).isZero();
    assertThat(commands.enter(screen, false, "lab", tiny.toString())).isZero();
    assertThat(commands.opened())
        .containsExactly(PresetStore.DEFAULT + " false", "transformer true", tiny + " false");
    assertThat(commands.enter(screen, false, "lab", "nothing-like-it")).isEqualTo(2);
    assertThat(commands.err()).hasLineCount(1);
    assertThat(commands.opened()).hasSize(3);
  }

  @Test
  void showsTheRunInTheTerminalWhereThereIsNone() {
    assertThat(commands.enter("lab", tiny.toString())).isZero();
    assertThat(commands.err())
        .isEqualTo("There is no display (DISPLAY is not set), so \"tiny\" runs in the terminal.\n");
    assertThat(commands.out())
        .contains("step 12/12  loss train", "accuracy   · train   █ test", "loss (log)   ·")
        .doesNotContain("\u001b")
        .endsWith(" are answered correctly (guessing: 20\u202f%).\n");
    assertThat(commands.opened()).isEmpty();
  }

  @Test
  void redrawsThePictureInPlaceWhereAPersonWatches() {
    assertThat(commands.enter(Map.of(), true, "lab", tiny.toString())).isZero();
    assertThat(commands.out())
        .contains("█ test", "\u001b[K\n")
        .endsWith(" are answered correctly (guessing: 20\u202f%).\n");
  }

  @Test
  void benchEndsWithItsNumbers() throws Exception {
    assertThat(commands.enter("bench", tiny.toString(), "--steps", "20", "--threads", "1"))
        .isZero();
    Map<String, Object> numbers = Json.read(commands.lastLine());
    assertThat(numbers)
        .containsKeys("steps_per_second", "ms_per_step", "peak_rss_mb", "backend")
        .containsEntry("threads", 1);
    assertThat((Double) numbers.get("steps_per_second")).isPositive();
    assertThat(commands.enter("bench", tiny.toString(), "--steps", "0")).isEqualTo(2);
    assertThat(commands.err()).startsWith("steps is 0, but must be");
  }
}
