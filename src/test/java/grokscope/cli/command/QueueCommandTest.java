package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Assignment;
import grokscope.cli.CommandLineFixture;
import grokscope.cli.Wiring;
import grokscope.config.Json;
import grokscope.run.sweep.SweepGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queues of tiny runs, by their files. */
class QueueCommandTest {
  private static final List<String> FILES =
      List.of("metrics.csv", "events.jsonl", "weights.safetensors", "config.json");

  @TempDir private Path home;
  private CommandLineFixture commands;
  private Wiring wiring;
  private Path tiny;
  private Path queue;

  @BeforeEach
  void setUp() throws Exception {
    commands = new CommandLineFixture(home);
    wiring = commands.wiring();
    tiny = commands.written("tiny.json", commands.tiny(5, new Assignment("steps", 60L)));
    queue = home.resolve("queue");
  }

  @AfterEach
  void close() {
    commands.close();
  }

  private int queue(String... more) {
    String[] first = {"queue", tiny.toString(), "--threads=1", "--out=" + queue};
    return commands.enter(Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
  }

  private List<String> folders() throws IOException {
    try (Stream<Path> inside = Files.list(queue)) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyRunIsWhatTheCommandRunMakesOfTheSameSettings() throws Exception {
    assertThat(queue("--vary=optimizer.weightDecay=0.5,1", "--seeds=0-1"))
        .as(commands.err())
        .isZero();
    assertThat(folders())
        .containsExactly(
            "optimizer.weightDecay=0.5,seed=0",
            "optimizer.weightDecay=0.5,seed=1",
            "optimizer.weightDecay=1,seed=0",
            "optimizer.weightDecay=1,seed=1");
    Path alone = home.resolve("alone");
    assertThat(
            commands.enter(
                "run",
                tiny.toString(),
                "--quiet",
                "--threads=1",
                "--set=optimizer.weightDecay=0.5",
                "--seed=1",
                "--out=" + alone))
        .isZero();
    for (String name : FILES) {
      assertThat(queue.resolve("optimizer.weightDecay=0.5,seed=1").resolve(name))
          .hasSameBinaryContentAs(alone.resolve(name));
    }
  }

  @Test
  void printsARowForEveryRunAndOneForEveryVariation() {
    assertThat(queue("--vary=optimizer.weightDecay=0.5,1", "--seeds=0-1")).isZero();
    List<String> table =
        commands.lines().subList(commands.lines().indexOf("") + 1, commands.lines().size());
    assertThat(table).hasSize(5 + 2 + 3);
    assertThat(table.get(4))
        .startsWith("4    optimizer.weightDecay=1, seed=1")
        .contains("finished");
    assertThat(table.get(6)).isEqualTo("Median (and range) over seeds:");
    assertThat(table.get(8)).startsWith("optimizer.weightDecay=0.5  2 ");
    assertThat(table.get(9)).startsWith("optimizer.weightDecay=1    2 ");
  }

  @Test
  void asJsonItPrintsALineForEachRunAndNothingElse() throws Exception {
    assertThat(queue("--vary=data.trainFraction=0.4,0.5", "--steps=3", "--json")).isZero();
    assertThat(commands.lines()).hasSize(2);
    Map<String, Object> second = Json.read(commands.lines().get(1));
    assertThat(second)
        .containsEntry("run", 2)
        .containsEntry("varied", Map.of("data.trainFraction", 0.5))
        .containsEntry("seed", 0)
        .containsEntry("state", "finished")
        .containsEntry("steps", 3)
        .containsEntry("delay", null);
    Map<String, Object> summary =
        Json.read(Files.readString(queue.resolve("data.trainFraction=0.5,seed=0/summary.json")));
    assertThat(second.get("test_accuracy"))
        .isEqualTo(((Map<?, ?>) summary.get("final")).get("test_accuracy"));
  }

  @Test
  void startedAgainItSkipsWhatIsFinishedAndGoesOnWithTheRest() throws Exception {
    assertThat(queue("--seeds=0-2")).isZero();
    Path whole = home.resolve("whole");
    Files.move(queue, whole);
    assertThat(queue("--seeds=0", "--steps=60")).isZero();
    assertThat(queue("--seeds=1", "--steps=25")).isZero();
    Path finished = queue.resolve("seed=0/summary.json");
    FileTime before = Files.getLastModifiedTime(finished);
    assertThat(queue("--seeds=0-2")).as(commands.err()).isZero();
    assertThat(Files.getLastModifiedTime(finished)).isEqualTo(before);
    for (String seed : List.of("seed=0", "seed=1", "seed=2")) {
      for (String name : FILES) {
        assertThat(queue.resolve(seed).resolve(name))
            .hasSameBinaryContentAs(whole.resolve(seed).resolve(name));
      }
    }
    assertThat(commands.lines().stream().filter(line -> line.startsWith("run 1 of 3"))).isEmpty();
  }

  @Test
  void aRunThatBeganButHasOnlyItsLockBeginsAgain() throws Exception {
    Files.createDirectories(queue.resolve("seed=0"));
    Files.writeString(queue.resolve("seed=0/lock"), "1");
    assertThat(queue("--seeds=0", "--steps=2")).as(commands.err()).isZero();
    assertThat(queue.resolve("seed=0/summary.json")).exists();
  }

  @Test
  void nothingStartsWhenOneRunCannotBe() {
    assertThat(queue("--vary=data.trainFraction=0.4,0.001")).isEqualTo(2);
    assertThat(commands.err())
        .startsWith("run 2 of 2 (data.trainFraction=0.001): data.trainFraction is ")
        .hasLineCount(1);
    assertThat(queue).doesNotExist();
  }

  @Test
  void nothingStartsWhereAFolderHoldsAnotherRun() throws Exception {
    assertThat(queue("--seeds=1", "--steps=2")).isZero();
    Path other = Files.move(queue.resolve("seed=1"), queue.resolve("seed=2"));
    assertThat(queue("--seeds=0,2", "--steps=2")).isEqualTo(2);
    assertThat(commands.err())
        .isEqualTo(
            other
                + ": this folder holds another run: its seed is 1, but that of the queue is 2."
                + System.lineSeparator());
    assertThat(folders()).containsExactly("seed=2");
  }

  @Test
  void aFileSaysWhatOptionsSay() throws Exception {
    Path file =
        Files.writeString(
            home.resolve("many.json"),
            Json.page(
                Map.of(
                    "preset", tiny.toString(),
                    "vary", Map.of("optimizer.weightDecay", List.of(0.5)),
                    "seeds", List.of(3, 4),
                    "steps", 2)));
    assertThat(commands.enter("queue", file.toString(), "--out=" + queue))
        .as(commands.err())
        .isZero();
    assertThat(folders())
        .containsExactly("optimizer.weightDecay=0.5,seed=3", "optimizer.weightDecay=0.5,seed=4");
    assertThat(commands.enter("queue", file.toString(), "--seeds=1")).isEqualTo(2);
    assertThat(commands.err()).startsWith(file + ": a queue file itself sets what ");
    Files.writeString(file, "{\"preset\": \"first-look\", \"seed\": [1]}");
    assertThat(commands.enter("queue", file.toString())).isEqualTo(2);
    assertThat(commands.err())
        .startsWith(file + ": seed is not a known key; did you mean \"seeds\"?");
  }

  @Test
  void withoutAFolderTheStoreHasTheRuns() throws Exception {
    assertThat(commands.enter("queue", tiny.toString(), "--steps=2", "--seeds=5,6"))
        .as(commands.err())
        .isZero();
    assertThat(wiring.runs().list().runs())
        .extracting(run -> run.config().seed())
        .containsExactlyInAnyOrder(5L, 6L);
  }

  @Test
  void aMedianCountsWhatNeverHappenedAsLatest() {
    double never = Double.POSITIVE_INFINITY;
    assertThat(words(300, 100, 200)).isEqualTo("200 (100–300)");
    assertThat(words(100, 200)).isEqualTo("150 (100–200)");
    assertThat(words(never, 100, 200)).isEqualTo("200 (100–never)");
    assertThat(words(never, never, 200)).isEqualTo("never (200–never)");
    assertThat(words(never, 200)).isEqualTo("never (200–never)");
    assertThat(words(7, Double.NaN)).isEqualTo("7");
    assertThat(words(Double.NaN)).isEqualTo("-");
  }

  private static String words(double... values) {
    return SweepGroup.words(values, value -> Long.toString(Math.round(value)));
  }
}
