package grokscope.ui.time;

import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.train.loop.StoredNetwork;
import java.util.List;
import java.util.function.Consumer;

/** Reads checkpoints from the disk, not on the FX thread, on which it is asked and replies. */
public interface Archive {
  /**
   * Which checkpoints there are.
   *
   * @param done gets all of them, in the order of their steps; an empty list where they cannot be
   *     listed
   */
  void list(RunFolder run, Consumer<List<CheckpointEntry>> done);

  /**
   * The network of one.
   *
   * @param run the id that its snapshots are to carry
   * @param config what the run began with
   * @param refused hears in one sentence why it cannot be read
   */
  void read(
      CheckpointEntry entry,
      long run,
      RunConfig config,
      Consumer<StoredNetwork> done,
      Consumer<String> refused);
}
