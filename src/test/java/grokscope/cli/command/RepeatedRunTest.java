package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Assignment;
import grokscope.cli.CommandLineFixture;
import grokscope.cli.Engine;
import grokscope.config.AtomicFile;
import grokscope.config.Json;
import grokscope.run.RunFolder;
import grokscope.run.RunLibrary;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder says of how its run was computed, and who uses it. */
class RepeatedRunTest {
  @TempDir private Path home;
  private CommandLineFixture commands;
  private Path tiny;

  @BeforeEach
  void setUp() throws Exception {
    commands = new CommandLineFixture(home);
    tiny = commands.written("tiny.json", commands.tiny(5, new Assignment("steps", 30L)));
  }

  @AfterEach
  void close() {
    commands.close();
  }

  private Path run(String name, String... arguments) {
    Path folder = home.resolve(name);
    String[] all = new String[arguments.length + 3];
    all[0] = "run";
    all[1] = "--quiet";
    all[2] = "--out=" + folder;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    assertThat(commands.enter(all)).as(commands.err()).isZero();
    return folder;
  }

  private RunLibrary.Recorded recorded(Path folder) throws Exception {
    return commands.wiring().runs().recorded(folder);
  }

  private static void change(Path folder, String was, String is) throws Exception {
    Path file = folder.resolve("computed.json");
    String text = Files.readString(file);
    assertThat(text).contains(was);
    Files.writeString(file, text.replace(was, is));
  }

  @Test
  void theFolderSaysWhatComputesTheRun() throws Exception {
    Path folder = run("a", tiny.toString(), "--threads=1");
    List<Computed> computed = recorded(folder).computed();
    assertThat(computed).hasSize(1);
    assertThat(computed.get(0).from()).isZero();
    Computation by = computed.get(0).by();
    assertThat(by).isEqualTo(Computation.here("cpu", 1, by.rounding()));
    assertThat(by.rounding()).hasSize(8);
    assertThat(Json.read(AtomicFile.read(folder.resolve("summary.json"))))
        .containsKeys("computed", "seconds");
    assertThat(commands.wiring().runs().find(folder).orElseThrow().computed()).isEqualTo(computed);
    assertThat(recorded(folder).from().id()).isEqualTo("tiny");
  }

  @Test
  void aRunIsRepeatedOnAsManyThreads() throws Exception {
    int all = Engine.standard().threads();
    Assumptions.assumeTrue(all > 1);
    Path one = run("one", tiny.toString(), "--threads=1");
    Path two = run("two", tiny.toString(), "--threads=2");
    for (Path folder : List.of(one, two)) {
      Path again = run(folder.getFileName() + "-again", "--replay=" + folder);
      assertThat(commands.err()).isEmpty();
      assertThat(recorded(again).computed()).isEqualTo(recorded(folder).computed());
      assertThat(recorded(again).from()).isEqualTo(recorded(folder).from());
      assertThat(again.resolve("metrics.csv"))
          .hasSameBinaryContentAs(folder.resolve("metrics.csv"));
    }
    run("other", "--replay=" + one, "--threads=2");
    assertThat(commands.err())
        .isEqualToIgnoringNewLines(
            "The run was computed with cpu on 1 thread, and is repeated with cpu on 2 threads:"
                + " curves will agree only up to rounding.");
  }

  @Test
  void whatThisMachineDoesNotHaveIsSaid() throws Exception {
    Path folder = run("a", tiny.toString(), "--threads=1");
    change(folder, "\"threads\": 1", "\"threads\": 9999");
    run("b", "--replay=" + folder);
    assertThat(commands.err()).contains("computed with cpu on 9999 threads, and is repeated with");
    change(folder, "\"threads\": 9999", "\"threads\": 1");
    change(folder, "\"rounding\": \"", "\"rounding\": \"x");
    run("c", "--replay=" + folder);
    assertThat(commands.err()).contains("where numbers round differently").hasLineCount(1);
    assertThat(commands.enter("resume", folder.toString(), "--steps=40", "--quiet")).isZero();
    assertThat(commands.err()).contains(", and continues here, where numbers round differently");
    List<Computed> computed = recorded(folder).computed();
    assertThat(computed).extracting(Computed::from).containsExactly(0, 30);
    run("d", "--replay=" + folder);
    assertThat(commands.err()).contains("From step 30 on the run was computed with cpu on 1 thr");
  }

  @Test
  void aRunThatGoesOnAsBeforeSaysNothingNew() throws Exception {
    Path folder = run("a", tiny.toString(), "--threads=1");
    List<Computed> before = recorded(folder).computed();
    assertThat(commands.enter("resume", folder.toString(), "--steps=40", "--quiet")).isZero();
    assertThat(commands.err()).isEmpty();
    assertThat(recorded(folder).computed()).isEqualTo(before);
  }

  @Test
  void anOlderFolderIsRepeatedAsItsCheckpointsSayOrItSaysThatNothingIsKnown() throws Exception {
    Path folder = run("a", tiny.toString(), "--threads=1");
    Files.delete(folder.resolve("computed.json"));
    run("b", "--replay=" + folder);
    assertThat(commands.err()).isEmpty();
    assertThat(recorded(folder).computed().get(0).by().words()).isEqualTo("cpu on 1 thread");
    assertThat(commands.wiring().runs().find(folder).orElseThrow().computed()).isEmpty();
    for (CheckpointEntry checkpoint : new RunFolder(folder).listCheckpoints()) {
      Files.delete(checkpoint.file());
    }
    run("c", "--replay=" + folder);
    assertThat(commands.err()).startsWith("The folder does not say what computed the run");
  }

  /** Its time is that of all its steps. */
  @Test
  void theTimeGoesOnWithTheRun() throws Exception {
    Path folder = run("a", tiny.toString(), "--threads=1");
    double first = commands.wiring().runs().find(folder).orElseThrow().seconds().orElseThrow();
    assertThat(first).isNotNegative();
    assertThat(commands.enter("resume", folder.toString(), "--steps=200", "--quiet")).isZero();
    assertThat(commands.wiring().runs().find(folder).orElseThrow().seconds().orElseThrow())
        .isGreaterThan(first);
  }
}
