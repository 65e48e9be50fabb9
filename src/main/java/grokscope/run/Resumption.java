package grokscope.run;

import grokscope.config.SmallFile;
import grokscope.telemetry.RunState;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the folder of a run becomes what it was when a checkpoint was made. Immutable, any thread.
 *
 * @param from the checkpoint
 * @param config what {@code config.json} shall say; it may have more steps than before
 */
record Resumption(CheckpointFile.Stored from, String config) {
  /** Cuts the files back, and takes away what speaks of the end. */
  RunFiles cutBack(RunFolder folder) throws IOException {
    RunFiles files = RunFiles.cutBack(folder, from.metricsBytes(), from.eventsBytes());
    SmallFile.replace(folder.config(), config);
    clear(folder);
    return files;
  }

  /** Deletes the last words of a run that goes on, and drafts of files that were never finished. */
  static void clear(RunFolder folder) throws IOException {
    Files.deleteIfExists(folder.summary());
    Files.deleteIfExists(folder.weights());
    deleteDrafts(folder.path());
    deleteDrafts(folder.checkpoints());
  }

  private static void deleteDrafts(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> drafts = Files.newDirectoryStream(path, SmallFile.DRAFTS)) {
        for (Path draft : drafts) {
          Files.delete(draft);
        }
      }
    }
  }

  /** Whether the events before the checkpoint say already that the run is in this state. */
  boolean hasSaid(RunState state) {
    return (state == RunState.PAUSED) == from.checkpoint().paused();
  }
}
