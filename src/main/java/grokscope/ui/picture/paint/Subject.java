package grokscope.ui.picture.paint;

import grokscope.config.RunConfig;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.telemetry.ProfileHistory;

/**
 * The run that pictures are of. FX thread only; needs no toolkit.
 *
 * @param run the id that its telemetry carries
 * @param name what it is called on the screen
 * @param config what it was started with
 * @param shares its embedding's shares of power by frequency, growing
 * @param norms the norms of its matrices, growing
 */
public record Subject(
    long run, String name, RunConfig config, ProfileHistory shares, ProfileHistory norms) {
  /** The sizes of what it learns. */
  public TaskShape shape() {
    return Tasks.of(config.task()).shape(config.task());
  }

  /** Whether that is a table of sums modulo an odd number, on which waves can be seen. */
  public boolean sums() {
    return Tasks.of(config.task()).cyclicSums(config.task()).isPresent();
  }

  /** What it learns, in a few words. */
  public String task() {
    return Tasks.of(config.task()).title(config.task());
  }
}
