package grokscope.run.export;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunReader;
import grokscope.run.format.MetricsFile;
import grokscope.task.Tasks;
import grokscope.telemetry.Metric;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads runs on disk, and writes them as other programs want them. Immutable, any thread. */
public final class RunExporter {
  private final ConfigFormat format;
  private final Function<RunConfig, List<Metric>> metrics;
  private final ProgramVersion program;

  /**
   * An exporter.
   *
   * @param metrics the columns of a run, for their titles
   * @param program what the files say that it wrote them
   */
  public RunExporter(
      Catalog catalog, Function<RunConfig, List<Metric>> metrics, ProgramVersion program) {
    this.program = program;
    this.format = new ConfigFormat(catalog);
    this.metrics = metrics;
  }

  /**
   * A run as it is on disk now; it may still be running.
   *
   * @throws InvalidConfig with one sentence that names what cannot be read
   */
  public ExportedRun read(Path path) throws InvalidConfig {
    RunFolder folder = new RunFolder(path);
    RunConfig config = new RunReader(format).config(folder);
    return new ExportedRun(
        folder.name(),
        title(folder, config),
        config,
        format.write(config),
        summary(folder),
        MetricsFile.read(folder.metrics(), metrics.apply(config)),
        Optional.of(folder.weights()).filter(Files::isRegularFile),
        began(folder),
        program);
  }

  /** Its name, if it has one, and what it learned. */
  private static String title(RunFolder folder, RunConfig config) {
    String name = Remarks.read(folder).name();
    String task = Tasks.of(config.task()).title(config.task()) + ", seed " + config.seed();
    return name.isEmpty() ? task : name + ": " + task;
  }

  private static Map<String, @Nullable Object> summary(RunFolder folder) throws InvalidConfig {
    if (!Files.isRegularFile(folder.summary())) {
      return Map.of();
    }
    try {
      return Json.read(AtomicFile.read(folder.summary()));
    } catch (InvalidConfig refused) {
      throw refused.in(folder.summary().toString());
    }
  }

  private static double began(RunFolder folder) {
    try {
      return Files.getLastModifiedTime(folder.config()).toMillis() / 1000.0;
    } catch (IOException unknown) {
      return 0;
    }
  }

  /**
   * Writes a run in a format, whole or not at all.
   *
   * @param to the file, which must not exist
   * @throws InvalidConfig with one sentence that names the file
   */
  public static void write(ExportedRun run, ExportFormat as, Path to) throws InvalidConfig {
    try {
      AtomicFile.create(to, draft -> as.writer().write(run, draft));
    } catch (FileAlreadyExistsException e) {
      throw new InvalidConfig("", "the file already exists, and is not overwritten")
          .in(to.toString());
    } catch (IOException e) {
      throw new InvalidConfig("", "the file cannot be written: " + AtomicFile.reason(e))
          .in(to.toString());
    } catch (InvalidConfig refused) {
      throw refused.in(run.name());
    }
  }
}
