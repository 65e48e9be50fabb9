package grokscope.run.checkpoint;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.text.NumberText;
import grokscope.train.loop.StoredNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
   * The same for work that nobody waits for: empty where the file is not there any more, because
   * the run was deleted or its checkpoints were thinned meanwhile.
   *
   * @throws InvalidConfig with one sentence that names the file
   */
  public Optional<StoredNetwork> networkIfThere(long run, RunConfig config) throws InvalidConfig {
    try {
      return Files.exists(file) ? Optional.of(network(run, config)) : Optional.empty();
    } catch (InvalidConfig refused) {
      if (Files.exists(file)) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  /**
   * Its network, with the share of the data that it was trained on at that moment; what it
   * remembered of its training is not read.
   *
   * @param run the id that its snapshots are to carry
   * @param config what the run began with
   * @throws InvalidConfig with one sentence that names the file
   */
  public StoredNetwork network(long run, RunConfig config) throws InvalidConfig {
    if (!Files.exists(file)) {
      throw new InvalidConfig(
          "",
          "The checkpoint of step "
              + NumberText.count(step)
              + " is not there any more: the run was deleted or moved, or its checkpoints were"
              + " thinned.");
    }
    return CheckpointFile.network(file, run, step, config);
  }
}
