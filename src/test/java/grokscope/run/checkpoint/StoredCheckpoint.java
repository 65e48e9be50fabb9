package grokscope.run.checkpoint;

import grokscope.config.ConfigFormat;
import grokscope.config.RunConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.train.lab.Laboratory;
import java.io.IOException;
import java.nio.file.Path;

/** Checkpoints made by hand, for the tests of other rooms. */
public final class StoredCheckpoint {
  private StoredCheckpoint() {}

  /** Writes one of a network with a single weight. */
  public static void write(Path file, RunConfig config, int step) throws IOException {
    Checkpoint checkpoint = Checkpoints.of(config, step, Checkpoint.Reason.DUE, 1);
    CheckpointFile.write(
        file,
        new CheckpointFile.Stored(checkpoint, 0, 0),
        new ConfigFormat(new Laboratory(8L << 30).catalog()));
  }
}
