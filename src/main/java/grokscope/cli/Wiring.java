package grokscope.cli;

import com.sun.management.OperatingSystemMXBean;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.config.preset.PresetStore;
import grokscope.run.RunLibrary;
import grokscope.run.RunWriter;
import grokscope.run.export.RunExporter;
import grokscope.telemetry.Metric;
import grokscope.train.lab.Choices;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import java.lang.management.ManagementFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The rooms of the program, built once and connected. Immutable; what it hands out says its own
 * threads.
 */
public final class Wiring implements AutoCloseable {
  private static final long LARGEST_NETWORK = 4_000_000_000L;

  private final Path home;
  private final Laboratory laboratory;
  private final PresetStore presets;
  private final RunLibrary runs;
  private final RunWriter writer;
  private final ProgramVersion program = ProgramVersion.ofThisProgram();

  /** The rooms over a user's folder, which is made when something is first saved in it. */
  public Wiring(Path home) {
    this.home = home;
    laboratory = new Laboratory(memoryLimit());
    presets = new PresetStore(laboratory.catalog(), home);
    runs =
        new RunLibrary(
            home, Clock.system(ZoneId.systemDefault()), laboratory.catalog(), laboratory::metrics);
    writer = new RunWriter(runs, program);
  }

  /**
   * The rooms over the folder that GROKSCOPE_HOME names, or over .grokscope in the user's home.
   *
   * @throws InvalidConfig when GROKSCOPE_HOME cannot be a folder
   */
  public static Wiring of(Map<String, String> environment) throws InvalidConfig {
    String chosen = environment.getOrDefault("GROKSCOPE_HOME", "");
    try {
      return new Wiring(
          chosen.isBlank()
              ? Path.of(System.getProperty("user.home", ""), ".grokscope")
              : Path.of(chosen));
    } catch (InvalidPathException e) {
      throw new InvalidConfig("GROKSCOPE_HOME", "is \"" + chosen + "\", but must be a folder");
    }
  }

  /** Where the log of a window lies in a user's folder. */
  public static Path logs(Path home) {
    return home.resolve("logs");
  }

  /** The user's folder. */
  public Path home() {
    return home;
  }

  public Catalog catalog() {
    return laboratory.catalog();
  }

  /** The columns of a run. */
  public List<Metric> metrics(RunConfig config) {
    return laboratory.metrics(config);
  }

  /** The columns that a run cannot have, a line for each reason. */
  public List<String> notMeasured(RunConfig config) {
    return new Choices(config).notMeasuredInWords();
  }

  /** The columns that a request asks for. */
  public List<Metric> metrics(RunRequest request) {
    List<Metric> all = metrics(request.config());
    return request.columns().isEmpty()
        ? all
        : request.columns().stream()
            .flatMap(id -> all.stream().filter(metric -> metric.id().equals(id)))
            .toList();
  }

  public PresetStore presets() {
    return presets;
  }

  /** The runs on disk. */
  public RunLibrary runs() {
    return runs;
  }

  /** What writes runs. */
  public RunWriter writer() {
    return writer;
  }

  /** What reads runs and writes them for other programs. */
  public RunExporter exporter() {
    return new RunExporter(laboratory.catalog(), laboratory::metrics, program);
  }

  /** A new session; the caller closes it. */
  public TrainingSession session(Engine engine) {
    return new TrainingSession(laboratory, engine::backend);
  }

  @Override
  public void close() {
    writer.close();
  }

  /** Half of the machine's memory, the rest is for the screen and other programs; 4 GB at most. */
  private static long memoryLimit() {
    long machine =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : LARGEST_NETWORK;
    return Math.min(machine / 2, LARGEST_NETWORK);
  }
}
