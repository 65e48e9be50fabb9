package grokscope.run;

import grokscope.run.checkpoint.CheckpointFile;
import grokscope.run.format.AppendFile;
import grokscope.telemetry.Checkpoint;
import java.io.IOException;

/** The two files of a run that grow. Thread io only, after they were made. */
record RunFiles(AppendFile metrics, AppendFile events) implements AutoCloseable {
  /** Makes both; they must not exist. */
  static RunFiles create(RunFolder folder, String header) throws IOException {
    AppendFile metrics = AppendFile.create(folder.metrics());
    metrics.append(header);
    return new RunFiles(metrics, AppendFile.create(folder.events()));
  }

  /** Goes on after this many bytes of each. */
  static RunFiles cutBack(RunFolder folder, long metricsBytes, long eventsBytes)
      throws IOException {
    return new RunFiles(
        AppendFile.cutBack(folder.metrics(), metricsBytes),
        AppendFile.cutBack(folder.events(), eventsBytes));
  }

  /** A checkpoint that belongs to the files as they are. */
  CheckpointFile.Stored at(Checkpoint checkpoint) {
    return new CheckpointFile.Stored(checkpoint, metrics.end(), events.end());
  }

  /** Returns when all lines would survive a power cut. */
  void force() throws IOException {
    metrics.force();
    events.force();
  }

  @Override
  public void close() throws IOException {
    metrics.close();
    events.close();
  }
}
