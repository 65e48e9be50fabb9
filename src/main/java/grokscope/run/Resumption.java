package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.run.checkpoint.CheckpointFile;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the folder of a run becomes what it was when a checkpoint was made, or where there is none,
 * what it was at first. Immutable, any thread.
 *
 * @param from the checkpoint; empty when the run begins again
 * @param config what {@code config.json} shall say; it may have more steps than before
 * @param header of {@code metrics.csv}
 */
record Resumption(Optional<CheckpointFile.Stored> from, String config, String header) {
  /** Whether nothing may change yet: a run from a checkpoint can still be found not to go on. */
  boolean waits(RunEvent event) {
    return from.isPresent()
        && !(event instanceof RunEvent.StateChanged changed
            && (changed.state() == RunState.RUNNING || changed.state() == RunState.PAUSED));
  }

  /** Cuts the files back, and takes away what speaks of the end. */
  RunFiles cutBack(RunFolder folder) throws IOException {
    RunFiles files =
        RunFiles.cutBack(
            folder,
            from.map(CheckpointFile.Stored::metricsBytes).orElse(0L),
            from.map(CheckpointFile.Stored::eventsBytes).orElse(0L));
    AtomicFile.replace(folder.config(), config);
    Files.deleteIfExists(folder.summary());
    Files.deleteIfExists(folder.weights());
    deleteDrafts(folder.path());
    deleteDrafts(folder.checkpoints());
    if (from.isEmpty()) {
      files.metrics().append(header);
    }
    return files;
  }

  /** Drafts of files that were never finished. */
  private static void deleteDrafts(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> drafts = Files.newDirectoryStream(path, AtomicFile.DRAFTS)) {
        for (Path draft : drafts) {
          Files.delete(draft);
        }
      }
    }
  }

  /** Whether the events before the checkpoint say already what this one does. */
  boolean alreadyWritten(RunEvent event) {
    return from.isPresent()
        && event instanceof RunEvent.StateChanged changed
        && (changed.state() == RunState.PAUSED) == from.get().checkpoint().paused();
  }
}
