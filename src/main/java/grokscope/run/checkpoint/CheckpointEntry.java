package grokscope.run.checkpoint;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.train.loop.StoredNetwork;
import java.nio.file.Path;

/**
 * A checkpoint in the folder of a run. Immutable, any thread.
 *
 * @param step how many updates the network had received
 * @param reason why it was made
 * @param file where it is
 * @param bytes its size
 */
public record CheckpointEntry(int step, Checkpoint.Reason reason, Path file, long bytes) {
  /**
   * Its network, with the share of the data that it was trained on at that moment; what it
   * remembered of its training is not read.
   *
   * @param run the id that its snapshots are to carry
   * @param config what the run began with
   * @throws InvalidConfig with one sentence that names the file
   */
  public StoredNetwork network(long run, RunConfig config) throws InvalidConfig {
    return CheckpointFile.network(file, run, step, config);
  }
}
