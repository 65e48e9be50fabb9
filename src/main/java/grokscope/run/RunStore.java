package grokscope.run;

import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SmallFile;
import grokscope.telemetry.Metric;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Makes the folders of runs and the recorders that fill them. All its recorders share one thread;
 * closing the store finishes their writing. Any thread.
 */
public final class RunStore implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

  private final Path folder;
  private final Clock clock;
  private final ConfigFormat format;
  private final Function<RunConfig, List<Metric>> metrics;
  private final IoThread io = new IoThread();

  /**
   * A store.
   *
   * @param userFolder the user's folder; runs lie in {@code runs} below it
   * @param clock gives a folder its name
   * @param metrics the columns of a run
   */
  public RunStore(
      Path userFolder, Clock clock, Catalog catalog, Function<RunConfig, List<Metric>> metrics) {
    this.folder = userFolder.resolve("runs");
    this.clock = clock;
    this.format = new ConfigFormat(catalog);
    this.metrics = metrics;
  }

  /**
   * Records a run in a new folder named after the time.
   *
   * @throws InvalidConfig with one sentence when the folder cannot be written
   */
  public RunRecorder record(RunConfig config) throws InvalidConfig {
    return recorder(new RunFolder(stamped()), config);
  }

  /**
   * Records a run in a folder of the caller's choice, which must be new or empty.
   *
   * @throws InvalidConfig with one sentence when the folder cannot be used
   */
  public RunRecorder recordInto(Path path, RunConfig config) throws InvalidConfig {
    return recorder(RunFolder.create(path), config);
  }

  private RunRecorder recorder(RunFolder made, RunConfig config) throws InvalidConfig {
    return new RunRecorder(made, Json.page(format.write(config)), metrics.apply(config), io);
  }

  private Path stamped() throws InvalidConfig {
    String stamp = STAMP.format(LocalDateTime.now(clock));
    try {
      Files.createDirectories(folder);
      for (int number = 1; ; ) {
        Path path = folder.resolve(number == 1 ? stamp : stamp + "-" + number);
        try {
          return Files.createDirectory(path);
        } catch (FileAlreadyExistsException taken) {
          number++; // another run of this second; making the folder is what claims the name
        }
      }
    } catch (IOException e) {
      throw RunFolder.refused(folder, "no run can be saved here: " + SmallFile.reason(e));
    }
  }

  /** Finishes all writing and ends the thread. */
  @Override
  public void close() {
    io.close();
  }
}
