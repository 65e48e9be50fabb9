package grokscope.ui.time;

import grokscope.run.CheckpointEntry;
import grokscope.run.RunFolder;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads checkpoints from the disk, elsewhere than on the FX thread, on which it is asked and
 * replies.
 */
public interface Archive {
  /**
   * Which checkpoints there are.
   *
   * @param done hears of all of them, by their step; of none where they cannot be listed
   */
  void list(RunFolder run, Consumer<List<CheckpointEntry>> done);

  /**
   * The weights of one.
   *
   * @param refused hears in one sentence why they cannot be read
   */
  void read(CheckpointEntry entry, Consumer<List<Tensor>> done, Consumer<String> refused);
}
