package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.CheckpointFolder;
import grokscope.run.format.FileRefusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run and the names of the files in it. Immutable, any thread.
 *
 * @param path where it is, without detours such as {@code x/..}, which need an x to be followed
 */
public record RunFolder(Path path) {

  public RunFolder {
    path = path.normalize();
  }

  /**
   * Makes sure that there is a folder.
   *
   * @throws InvalidConfig with one sentence that names it
   */
  static RunFolder make(Path wanted) throws InvalidConfig {
    RunFolder folder = new RunFolder(wanted);
    Path path = folder.path();
    try {
      Files.createDirectories(path);
    } catch (FileAlreadyExistsException e) {
      throw FileRefusal.of(path, "there is a file with this name, but a run needs a folder");
    } catch (IOException e) {
      throw FileRefusal.of(path, "the folder cannot be created: " + AtomicFile.reason(e));
    }
    return folder;
  }

  /** Whether its name is the time at which the program made it, and nobody's choice. */
  public boolean namedByTime() {
    return name().matches("\\d{4}-\\d\\d-\\d\\d-\\d{6}(-\\d+)?");
  }

  /** Refuses a folder that has anything in it but the lock of a run that never began. */
  void refuseUsed() throws InvalidConfig {
    if (used()) {
      throw FileRefusal.of(path, "the folder is not empty, but a run needs a new or an empty one");
    }
  }

  /** Whether anything is in it but the lock of a run that never began. */
  boolean used() throws InvalidConfig {
    try (Stream<Path> inside = Files.list(path)) {
      return inside.anyMatch(file -> !file.equals(lock()));
    } catch (NotDirectoryException e) {
      throw FileRefusal.of(path, "there is a file with this name, but a run needs a folder");
    } catch (IOException e) {
      throw FileRefusal.of(path, "the folder cannot be read: " + AtomicFile.reason(e));
    }
  }

  /**
   * How many bytes its files have. What comes or goes meanwhile may count or not.
   *
   * @throws InvalidConfig with one sentence when they cannot be listed
   */
  public long bytes() throws InvalidConfig {
    long[] sum = new long[1];
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw FileRefusal.of(path, "its size cannot be read: " + AtomicFile.reason(e));
    }
    return sum[0];
  }

  /** Deletes it with all that is in it. */
  void delete() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Its name, without the folders around it. */
  public String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** What was run. */
  public Path config() {
    return path.resolve("config.json");
  }

  /** One row per sample. */
  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  /** One JSON object per line: states, turned knobs, memorised, grokked. */
  public Path events() {
    return path.resolve("events.jsonl");
  }

  /** Of which run it is a branch, and from which step on; only branches have it. */
  public Path parent() {
    return path.resolve("parent.json");
  }

  /** Where its networks come from; only runs that were trained elsewhere have it. */
  Path source() {
    return path.resolve("source.json");
  }

  /** Which preset it was started from; absent where that is not known. */
  Path preset() {
    return path.resolve("preset.json");
  }

  /** With what it is computed; absent before its first step, and in older folders. */
  Path computed() {
    return path.resolve("computed.json");
  }

  /** The weights at its end; not there while it runs. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** Its checkpoints. */
  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** The checkpoints that there are, by their step. */
  public List<CheckpointEntry> listCheckpoints() throws InvalidConfig {
    try {
      return CheckpointFolder.list(checkpoints());
    } catch (IOException e) {
      throw FileRefusal.of(path, "the checkpoints cannot be read: " + AtomicFile.reason(e));
    }
  }

  /** A process that writes in this folder holds a lock on this file. */
  Path lock() {
    return path.resolve("lock");
  }

  /** Its number and its colour; absent in older folders and in those outside the user's. */
  Path identity() {
    return path.resolve("identity.json");
  }

  /** The user's remarks on it; absent where there are none. */
  Path remarks() {
    return path.resolve("remarks.json");
  }

  /** How it ended; not there while it runs. */
  public Path summary() {
    return path.resolve("summary.json");
  }
}
