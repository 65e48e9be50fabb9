package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.format.MetricsFile;
import grokscope.telemetry.History;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose program is killed, again and again, at moments that nothing chose, goes on every time
 * and ends with the files of a run that nobody disturbed.
 */
@Tag("slow")
class KilledRunTest {
  private static final int KILLS = 50;
  private static final int STEPS = 2500;
  private static final List<Integer> DISTANCES = List.of(1, 7, 50, 333);
  private static final long LONGEST_LIFE_MILLIS = 3000; // the first of them go to the start

  private final SplittableRandom random = new SplittableRandom(2024);

  @TempDir private Path home;

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("grokscope.app.Launcher");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("GROKSCOPE_HOME", home.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(home.resolve("said").toFile());
    return builder.start();
  }

  private Process run(Path folder, int every) throws IOException {
    return start(
        List.of(
            "run",
            "first-look",
            "--quiet",
            "--threads=1",
            "--steps=" + STEPS,
            "--set=task.modulus=7",
            "--set=model.embedding=4",
            "--set=model.width=8",
            "--set=batch=8",
            "--set=weights.weightNoise=0.001",
            "--checkpoint-every=" + every,
            "--out=" + folder));
  }

  private Process resume(Path folder, int every) throws IOException {
    return start(List.of("resume", folder.toString(), "--quiet", "--checkpoint-every=" + every));
  }

  /** Kills the process some time after the run has a folder; whether it was still alive. */
  private boolean killed(Process process, Path folder) throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive()
        && !Files.exists(folder.resolve("config.json"))
        && System.nanoTime() < patience) {
      Thread.sleep(1);
    }
    boolean ended = process.waitFor(random.nextLong(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
    if (ended) {
      assertThat(process.exitValue()).as(Files.readString(home.resolve("said"))).isZero();
      return false;
    }
    process.destroyForcibly(); // kill -9
    process.waitFor();
    return true;
  }

  private static int lastRow(Path folder) throws Exception {
    File metrics = folder.resolve("metrics.csv").toFile();
    if (!metrics.exists() || !Files.readString(metrics.toPath()).contains("\n")) {
      return 0;
    }
    History read = MetricsFile.read(metrics.toPath(), List.of());
    return read.size() == 0 ? 0 : (int) read.step(read.size() - 1);
  }

  private static int lastCheckpoint(Path folder) throws Exception {
    List<CheckpointEntry> entries = new RunFolder(folder).listCheckpoints();
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).step();
  }

  private static void sameFiles(Path one, Path other) {
    for (String name : List.of("metrics.csv", "events.jsonl", "weights.safetensors")) {
      assertThat(one.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
    }
  }

  @Test
  void fiftyKillsChangeNothing() throws Exception {
    Path whole = home.resolve("whole");
    Process undisturbed = run(whole, STEPS);
    assertThat(undisturbed.waitFor()).as(Files.readString(home.resolve("said"))).isZero();
    int kills = 0;
    for (int runs = 0; kills < KILLS; runs++) {
      Path folder = home.resolve("run-" + runs);
      int every = DISTANCES.get(runs % DISTANCES.size());
      Process process = run(folder, every);
      // Each distance has its share of them; a run that ended by itself makes room for another.
      int share = Math.min(KILLS, KILLS * (runs + 1) / DISTANCES.size());
      while (kills < share && killed(process, folder)) {
        kills++;
        assertThat(lastCheckpoint(folder)).isGreaterThanOrEqualTo(lastRow(folder) - every);
        process = resume(folder, every);
      }
      assertThat(process.waitFor()).as(Files.readString(home.resolve("said"))).isZero();
      sameFiles(folder, whole);
    }
  }
}
