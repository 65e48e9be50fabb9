package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.run.format.FileRefusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder in which all runs of a store lie, each in a folder named after the time. Immutable,
 * any thread.
 *
 * @param path where it is; it is made when the first run is
 * @param clock gives the names
 */
record RunFolders(Path path, Clock clock) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);
  private static final int STAMPED = "2026-01-01-000000".length();

  /** What was deleted. */
  Path trash() {
    return path.resolveSibling("trash");
  }

  /** The time after which a folder is called. */
  static LocalDateTime time(String name) {
    return LocalDateTime.parse(name.substring(0, STAMPED), STAMP);
  }

  /**
   * Makes the folder of a new run.
   *
   * @throws InvalidConfig with one sentence when it cannot be made
   */
  RunFolder make() throws InvalidConfig {
    String stamp = STAMP.format(LocalDateTime.now(clock));
    try {
      Files.createDirectories(path);
      for (int number = 1; ; ) {
        Path made = path.resolve(number == 1 ? stamp : stamp + "-" + number);
        try {
          return new RunFolder(Files.createDirectory(made));
        } catch (FileAlreadyExistsException taken) {
          number++; // another run of this second; making the folder is what claims the name
        }
      }
    } catch (IOException e) {
      throw FileRefusal.of(path, "no run can be saved here: " + AtomicFile.reason(e));
    }
  }

  /**
   * All that there are, by their names.
   *
   * @throws InvalidConfig with one sentence when they cannot be listed
   */
  List<RunFolder> all() throws InvalidConfig {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.filter(Files::isDirectory).sorted().map(RunFolder::new).toList();
    } catch (IOException e) {
      throw FileRefusal.of(path, "the runs cannot be listed: " + AtomicFile.reason(e));
    }
  }
}
