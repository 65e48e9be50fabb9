package grokscope.run.sequence;

import grokscope.config.InvalidConfig;
import grokscope.run.format.FileRefusal;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds sequences of checkpoints on the disk. Stateless, any thread. */
public final class SequenceFinder {
  /** How many networks a sequence may have. */
  private static final int MOST = 10_000;

  private SequenceFinder() {}

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
