package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what it loads, and how it is interrupted. */
class ChildJvmTest {
  private static final List<String> SCREEN =
      List.of("javafx", "chartfx", "atlantafx", "ikonli", "controlsfx", "monocle", "testfx");
  private static final List<String> SMALL =
      List.of(
          "--set=task.modulus=5", "--set=model.embedding=4", "--set=model.width=8", "--threads=1");

  @TempDir private Path home;

  /** Starts the launcher on a class path from which everything of the screen is missing. */
  private Process start(List<String> arguments) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> SCREEN.stream().noneMatch(new File(entry).getName()::contains))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", classPath, "grokscope.app.Launcher"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("GROKSCOPE_HOME", home.toString());
    builder.environment().remove("DISPLAY");
    builder.redirectError(home.resolve("err").toFile());
    return builder.start();
  }

  private static List<String> with(String... first) {
    List<String> arguments = new ArrayList<>(List.of(first));
    arguments.addAll(SMALL);
    return arguments;
  }

  @Test
  void aRunNeedsNoScreenLibraries() throws Exception {
    Process run = start(with("run", "first-look", "--quiet", "--steps=3"));
    String out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(Files.readString(home.resolve("err"))).isZero();
    assertThat(out.lines()).singleElement().asString().startsWith("{\"state\":\"finished\"");
    assertThat(home.resolve("err")).isEmptyFile();
  }

  @Test
  void anInterruptedRunStillWritesItsSummary() throws Exception {
    assumeThat(new File("/bin/kill")).exists();
    Path folder = home.resolve("run");
    Process run = start(with("run", "first-look", "--steps=100000000", "--out=" + folder));
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
      lines.add(out.readLine()); // it is running once it has told of its first steps
      new ProcessBuilder("/bin/kill", "-INT", Long.toString(run.pid())).start().waitFor();
      out.lines().forEach(lines::add);
    } finally {
      if (!run.waitFor(60, TimeUnit.SECONDS)) {
        run.destroyForcibly();
      }
    }
    assertThat(run.exitValue()).isEqualTo(130);
    String last = lines.get(lines.size() - 1);
    assertThat(last).startsWith("{\"state\":\"stopped\"");
    // The file has the line that was printed, and at its end what trained the run.
    String written = Files.readString(folder.resolve("summary.json"));
    assertThat(written).startsWith(last.substring(0, last.length() - 1) + ",");
    assertThat(Json.read(written))
        .containsKeys("seconds", "computed")
        .containsEntry("program", ProgramVersion.ofThisProgram().keys());
    assertThat(home.resolve("err")).isEmptyFile();
  }

  @Test
  void anInterruptedQueueStopsAndGoesOnWhenItIsStartedAgain() throws Exception {
    assumeThat(new File("/bin/kill")).exists();
    Path queue = home.resolve("queue");
    Path preset = home.resolve("tiny.json");
    assertThat(start(with("run", "first-look", "--quiet", "--steps=1", "--out=" + queue)).waitFor())
        .isZero();
    Files.move(queue.resolve("config.json"), preset);
    Path out = home.resolve("out");
    List<String> command =
        List.of(
            "queue", preset.toString(), "--seeds=0-1", "--steps=40000", "--out=" + out, "--json");
    Process first = start(command);
    Path rows = out.resolve("seed=0/metrics.csv");
    while (first.isAlive() && !(Files.exists(rows) && Files.size(rows) > 2000)) {
      Thread.sleep(10);
    }
    new ProcessBuilder("/bin/kill", "-INT", Long.toString(first.pid())).start().waitFor();
    String line = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(first.waitFor()).isEqualTo(130);
    assertThat(line).hasLineCount(1).contains("\"run\":1,").contains("\"state\":\"stopped\"");
    assertThat(out.resolve("seed=0/summary.json")).content().contains("stopped");
    assertThat(out.resolve("seed=1")).doesNotExist();
    Process second = start(command);
    List<String> lines = second.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(second.waitFor()).isZero();
    assertThat(lines).hasSize(2).allMatch(each -> each.contains("\"steps\":40000,"));
  }

  @Test
  void twoProgramsOnOneStoreNeverMeet() throws Exception {
    List<Process> both = new ArrayList<>();
    for (String seeds : List.of("0-3", "4-7")) {
      both.add(start(List.of("queue", "first-look", "--seeds=" + seeds, "--steps=2", "--json")));
    }
    for (Process each : both) {
      assertThat(each.inputReader(StandardCharsets.UTF_8).lines()).hasSize(4);
      assertThat(each.waitFor()).as(Files.readString(home.resolve("err"))).isZero();
    }
    try (Wiring wiring = new Wiring(home)) {
      assertThat(wiring.runs().list().broken()).isEmpty();
      assertThat(wiring.runs().list().runs())
          .allMatch(run -> run.state().equals("finished"))
          .extracting(run -> run.config().seed())
          .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
  }

  @Test
  void theSecondProgramInAFolderIsToldWhoWritesThere() throws Exception {
    Path folder = home.resolve("run");
    Process first = start(with("run", "first-look", "--steps=100000000", "--out=" + folder));
    try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isNotNull(); // it is running once it has told of its first steps
      Process second = start(with("run", "first-look", "--steps=3", "--out=" + folder));
      assertThat(second.waitFor()).isEqualTo(2);
      assertThat(home.resolve("err"))
          .hasContent(
              folder
                  + ": the run in it is being written by another program, process "
                  + first.pid()
                  + ".");
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSecondInterruptionEndsTheProgramAtOnce() throws Exception {
    assumeThat(new File("/bin/kill")).exists();
    Process slow =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlowToStop.class.getName())
            .start();
    try (BufferedReader out = slow.inputReader(StandardCharsets.UTF_8)) {
      for (String expected : List.of("ready", "stopping")) {
        assertThat(out.readLine()).isEqualTo(expected);
        new ProcessBuilder("/bin/kill", "-INT", Long.toString(slow.pid())).start().waitFor();
      }
      assertThat(slow.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(slow.exitValue()).isEqualTo(130);
    } finally {
      slow.destroyForcibly();
    }
  }

  /** A program whose last words never end. */
  static final class SlowToStop {
    private SlowToStop() {}

    public static void main(String[] arguments) throws InterruptedException {
      CtrlC ctrlC = new CtrlC(SlowToStop::stop);
      System.out.println("ready");
      Thread.sleep(Long.MAX_VALUE);
      ctrlC.close();
    }

    private static void stop() {
      System.out.println("stopping");
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
