package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Tensor;
import grokscope.train.Stilled;
import java.nio.file.Path;
import java.util.List;

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
  public Stilled still(long run, RunConfig config) throws InvalidConfig {
    return CheckpointFile.still(file, run, step, config);
  }

  /**
   * Its weights, in the names and shapes of TransformerLens; nothing else of the file is read.
   *
   * @throws InvalidConfig with one sentence that names the file
   */
  public List<Tensor> weights() throws InvalidConfig {
    return CheckpointFile.weights(file);
  }
}
