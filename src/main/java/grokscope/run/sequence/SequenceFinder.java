package grokscope.run.sequence;

import grokscope.config.InvalidConfig;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.FileRefusal;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds sequences of checkpoints on the disk. Stateless, any thread. */
public final class SequenceFinder {
  /** How many networks a sequence may have. */
  private static final int MOST = 10_000;

  private SequenceFinder() {}

  /**
   * Whether a file has a list of networks, and not only one.
   *
   * @throws InvalidConfig with one sentence when it is no file of arrays
   */
  public static boolean holds(Path file) throws InvalidConfig {
    return !NetworkList.in(ArrayFile.open(file)).isEmpty();
  }

  /**
   * Finds the sequence in a folder or in a file.
   *
   * @throws InvalidConfig with one sentence that names it, and says what was found and what was
   *     looked for
   */
  public static CheckpointSequence find(Path path) throws InvalidConfig {
    try {
      CheckpointSequence found =
          Files.isDirectory(path) ? FolderSequence.of(path) : ListSequence.of(path);
      int size = found.steps().size();
      if (size > MOST) {
        throw new InvalidConfig(
            "", "it has " + size + " checkpoints, but at most " + MOST + " are imported as a run");
      }
      return found;
    } catch (InvalidConfig refused) {
      throw refused.in(FileRefusal.shown(path));
    }
  }
}
