package grokscope.run;

import grokscope.telemetry.Checkpoint;
import java.io.IOException;

/** The two files of a run that grow. Thread io only, after they were made. */
record RunFiles(LineFile metrics, LineFile events) implements AutoCloseable {
  /** Makes both; they must not exist. */
  static RunFiles create(RunFolder folder, String header) throws IOException {
    LineFile metrics = LineFile.create(folder.metrics());
    metrics.append(header);
    return new RunFiles(metrics, LineFile.create(folder.events()));
  }

  /** Goes on after so many bytes of each. */
  static RunFiles cutBack(RunFolder folder, long metricsBytes, long eventsBytes)
      throws IOException {
    return new RunFiles(
        LineFile.cutBack(folder.metrics(), metricsBytes),
        LineFile.cutBack(folder.events(), eventsBytes));
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
