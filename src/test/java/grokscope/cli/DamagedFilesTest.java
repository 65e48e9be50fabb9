package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.Damage;
import grokscope.PatientReader;
import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.queue.QueueFile;
import grokscope.config.queue.QueuePlan;
import grokscope.run.format.MetricsFile;
import grokscope.run.format.SafetensorsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file, its reader answers with a run or with one sentence, soon. */
class DamagedFilesTest {
  private static final String CONFIG = "config.json";
  private static final String QUEUE =
      "{\"preset\": \"first-look\", \"vary\": {\"data.trainFraction\": [0.3, 0.4]},"
          + " \"seeds\": [0, 1], \"steps\": 300, \"until\": \"grokked\"}";

  private final Map<String, byte[]> run = new LinkedHashMap<>();

  @TempDir private Path home;
  private CommandLineFixture commands;
  private Wiring wiring;
  private RunConfig config;
  private Path folder;
  private Path checkpoint;

  @BeforeEach
  void recordARun() throws Exception {
    commands = new CommandLineFixture(home);
    wiring = commands.wiring();
    config = commands.tiny(5, new Assignment("steps", 12L));
    folder = home.resolve("run");
    assertThat(recorded()).isEqualTo(0);
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
        run.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    checkpoint =
        Path.of(
            run.keySet().stream()
                .filter(name -> name.startsWith("checkpoints"))
                .reduce((first, second) -> second)
                .orElseThrow());
  }

  private int recorded() throws IOException {
    Path file = commands.written("tiny.json", config);
    return commands.enter("run", file.toString(), "--quiet", "--out=" + folder);
  }

  @AfterEach
  void close() {
    commands.close();
  }

  @Test
  void fiveHundred() throws Exception {
    takesAll(500, 1);
  }

  @Test
  @Tag("slow")
  void tenThousand() throws Exception {
    takesAll(10_000, 2);
  }

  private void takesAll(int count, long seed) throws Exception {
    Damage damage = new Damage(seed);
    List<Kind> kinds = kinds();
    try (PatientReader reader = new PatientReader(InvalidConfig.class)) {
      for (int i = 0; i < count; i++) {
        Kind kind = kinds.get(i % kinds.size());
        Files.write(kind.file(), damage.of(kind.good()));
        reader.take(kind.file().getFileName() + " number " + i, kind.reading());
        Files.write(kind.file(), kind.good());
      }
      assertThat(reader.refused()).isBetween(count / 3, count - 1);
    }
  }

  /** A file as it should be, and what reads it. */
  // A plain array on purpose: nothing compares kinds.
  @SuppressWarnings("ArrayRecordComponent")
  private record Kind(Path file, byte[] good, PatientReader.Reading reading) {}

  private List<Kind> kinds() throws IOException {
    Path preset = home.resolve("preset.json");
    Path queue = home.resolve("queue.json");
    PatientReader.Reading stopped =
        () -> wiring.writer().resume(folder, (began, done) -> began.steps()).recorder().close();
    PatientReader.Reading listed = () -> wiring.runs().find(folder);
    Path weights = folder.resolve("weights.safetensors");
    return List.of(
        new Kind(preset, shipped(), () -> wiring.presets().read(preset)),
        new Kind(queue, QUEUE.getBytes(StandardCharsets.UTF_8), () -> planned(queue)),
        of(CONFIG, listed),
        of("metrics.csv", () -> MetricsFile.read(folder.resolve("metrics.csv"), List.of())),
        of("events.jsonl", () -> wiring.runs().recorded(folder)),
        of("events.jsonl", stopped),
        of("summary.json", listed),
        of(checkpoint.toString(), stopped),
        of("weights.safetensors", () -> SafetensorsFile.read(weights)));
  }

  private Kind of(String name, PatientReader.Reading reading) {
    return new Kind(folder.resolve(name), run.get(name), reading);
  }

  private static byte[] shipped() throws IOException {
    return Files.readAllBytes(Path.of("presets", "first-look.json"));
  }

  private void planned(Path file) throws InvalidConfig {
    QueueFile queue = QueueFile.read(Json.read(AtomicFile.read(file)));
    QueuePlan.of(wiring.catalog(), config, queue.variations());
  }
}
