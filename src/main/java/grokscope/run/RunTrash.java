package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.run.format.FileRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder beside that of the runs, into which runs are moved instead of being deleted. Nothing in
 * it is ever deleted here. Any thread.
 */
public final class RunTrash {
  private final Path trash;
  private final FolderLocks locks;

  /**
   * A run that was moved into the trash. Immutable, any thread.
   *
   * @param folder where it was
   * @param trash where it is now
   */
  public record Trashed(RunFolder folder, Path trash) {}

  RunTrash(Path trash, FolderLocks locks) {
    this.trash = trash;
    this.locks = locks;
  }

  /**
   * Moves a run into the trash, all at once.
   *
   * @throws InvalidConfig with one sentence when it is being written or cannot be moved
   */
  Trashed put(RunFolder folder) throws InvalidConfig {
    if (!Files.isDirectory(folder.path())) {
      throw FileRefusal.of(folder.path(), "the folder no longer exists");
    }
    // Given back at once: some systems move no folder in which a file is open.
    locks.take(folder).close();
    try {
      Files.createDirectories(trash);
      Path to = free(String.valueOf(folder.path().getFileName()));
      Files.move(folder.path(), to, StandardCopyOption.ATOMIC_MOVE);
      return new Trashed(folder, to);
    } catch (IOException e) {
      throw FileRefusal.of(
          folder.path(), "the run cannot be moved into the trash: " + AtomicFile.reason(e));
    }
  }

  private Path free(String name) {
    Path path = trash.resolve(name);
    for (int number = 2; Files.exists(path); number++) {
      path = trash.resolve(name + "-" + number);
    }
    return path;
  }

  /**
   * Moves a run back to where it was.
   *
   * @throws InvalidConfig with one sentence when something else is there, or it cannot be moved
   */
  static void takeBack(Trashed trashed) throws InvalidConfig {
    Path to = trashed.folder().path();
    if (Files.exists(to)) { // an atomic move would replace an empty folder
      throw FileRefusal.of(
          to, "the run stays in the trash, because there is another folder with this name");
    }
    try {
      Files.move(trashed.trash(), to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileRefusal.of(
          trashed.trash(), "the run cannot be moved back: " + AtomicFile.reason(e));
    }
  }
}
