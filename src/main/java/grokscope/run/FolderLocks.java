package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.run.format.FileRefusal;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The locks that one store holds. It remembers them itself, because where a program opens and
 * closes a file that it has locked before, the system may take the lock back. Any thread.
 */
final class FolderLocks {
  private final Set<Path> held = ConcurrentHashMap.newKeySet();

  /**
   * Takes the lock of a run's folder.
   *
   * @throws InvalidConfig with one sentence when somebody writes there, or nobody can
   */
  FolderLock take(RunFolder folder) throws InvalidConfig {
    Path path = folder.path().toAbsolutePath().normalize();
    if (!held.add(path)) {
      throw FileRefusal.of(folder.path(), "the run in it is being written by this program");
    }
    boolean taken = false;
    try {
      FolderLock lock = FolderLock.take(folder, () -> held.remove(path));
      taken = true;
      return lock;
    } finally {
      if (!taken) {
        held.remove(path);
      }
    }
  }
}
