package grokscope.run.export;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.figure.print.FigureData;
import grokscope.run.ListedRun;
import grokscope.run.RunFolder;
import grokscope.run.RunReader;
import grokscope.run.StoredRun;
import grokscope.run.StoredRunReader;
import grokscope.run.format.FileRefusal;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads runs on disk, and writes them as other programs want them. Immutable, any thread. */
public final class RunExporter {
  private final ConfigFormat format;
  private final StoredRunReader reader;
  private final RunTeller teller;
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
    this.reader = new StoredRunReader(new RunReader(format), catalog, metrics);
    this.teller = new RunTeller(catalog);
  }

  /**
   * What a run on disk has measured until now.
   *
   * @throws InvalidConfig with one sentence that names what cannot be read
   */
  public History history(Path path) throws InvalidConfig {
    return reader.read(new RunFolder(path)).history();
  }

  /**
   * A run as it is on disk now; it may still be running.
   *
   * @throws InvalidConfig with one sentence that names what cannot be read
   */
  public ExportedRun read(Path path) throws InvalidConfig {
    RunFolder folder = new RunFolder(path);
    StoredRun run = reader.read(folder);
    if (run.history().metrics().isEmpty()) {
      throw FileRefusal.of(folder.metrics(), "the file is missing, so there is nothing to export");
    }
    Map<String, @Nullable Object> summary = summary(folder);
    return new ExportedRun(
        run.name(),
        RunTeller.identity(run.listed()),
        teller.called(run.listed()),
        teller.title(run.listed()),
        run.listed().remarks(),
        teller.told(run),
        run.listed().config(),
        format.write(run.listed().config()),
        teller.settings(run.listed()),
        run.listed().knobs().changes().stream().map(KnobsInForce.Change::turn).toList(),
        summary,
        run.history(),
        Optional.of(folder.weights()).filter(Files::isRegularFile),
        new RowTimes(
            began(folder),
            secondsPerStep(run.listed(), summary),
            run.listed().source().isPresent()),
        run.listed().preset().title(),
        run.listed().computed(),
        program);
  }

  /** Older runs recorded only their speed. */
  private static OptionalDouble secondsPerStep(
      ListedRun run, Map<String, @Nullable Object> summary) {
    if (run.seconds().isPresent() && run.steps() > 0) {
      return OptionalDouble.of(run.seconds().getAsDouble() / run.steps());
    }
    return summary.get("steps_per_second") instanceof Number rate && rate.doubleValue() > 0
        ? OptionalDouble.of(1 / rate.doubleValue())
        : OptionalDouble.empty();
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
   * What is drawn in a figure of stored runs, the first one on top.
   *
   * @param merged whether runs that differ in their seed only are drawn as median and range
   * @throws InvalidConfig with one sentence that names what cannot be read
   */
  public FigureData figure(List<Path> runs, boolean merged) throws InvalidConfig {
    List<StoredRun> read = new ArrayList<>();
    for (Path path : runs) {
      StoredRun run = reader.read(new RunFolder(path));
      if (run.history().size() == 0) {
        throw FileRefusal.of(
            new RunFolder(path).metrics(), "there is no evaluation, so there is nothing to draw");
      }
      read.add(run);
    }
    return new RunFigure(teller, program).data(read, merged);
  }

  /**
   * Writes a run in a format, whole or not at all.
   *
   * @param to the file, which must not exist
   * @throws InvalidConfig with one sentence that names the file
   */
  public static void write(ExportedRun run, ExportFormat as, Path to) throws InvalidConfig {
    write(run, to, () -> AtomicFile.create(to, draft -> as.writer().write(run, draft)));
  }

  /**
   * The same, in place of a file that may be there.
   *
   * @throws InvalidConfig with one sentence that names the file, which then stays as it is
   */
  public static void replace(ExportedRun run, ExportFormat as, Path to) throws InvalidConfig {
    write(run, to, () -> AtomicFile.createAnew(to, draft -> as.writer().write(run, draft)));
  }

  private interface Writing {
    void write() throws IOException, InvalidConfig;
  }

  private static void write(ExportedRun run, Path to, Writing writing) throws InvalidConfig {
    try {
      writing.write();
    } catch (IOException e) {
      throw AtomicFile.refusal(to, e);
    } catch (InvalidConfig refused) {
      throw refused.in(run.name());
    }
  }
}
