package grokscope.run;

import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes down one run: a listener of it, which is done when the run has ended. Nobody else writes
 * in its folder before that, or before it is closed.
 */
public interface Recorder extends RunListener, AutoCloseable {
  /** Where the run is written; any thread. */
  RunFolder folder();

  /** The number of the run; none where it has none; any thread. */
  RunNumber number();

  /**
   * Has every checkpoint that is kept told, after it is on disk. Called before the run starts.
   *
   * @param listener is called on the thread that writes, so it must not block
   */
  void onCheckpoint(Consumer<RunEvent.CheckpointKept> listener);

  /** Why not everything so far is written, in one sentence, if it is not; any thread. */
  Optional<String> problem();

  /**
   * Writes what is left, as far as it can be written, and lets others write in the folder. Neither
   * on the FX thread nor on the trainer.
   */
  @Override
  void close();
}
