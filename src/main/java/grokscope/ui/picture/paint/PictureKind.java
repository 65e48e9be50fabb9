package grokscope.ui.picture.paint;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A line in the list of pictures. Immutable, any thread.
 *
 * @param id by which it is remembered
 * @param title on its tab
 * @param sentence what it shows, for the tooltip of its tab
 * @param guide what it shows of a run and what to look for, for first-time users; true at every
 *     step
 * @param obstacle why it has nothing to show of a run at any step, as a sentence; from {@link
 *     Obstacles}
 * @param gap the least time between two questions to the network
 * @param factory makes the picture, from what all share and where its words go
 */
public record PictureKind(
    String id,
    String title,
    String sentence,
    Function<Subject, String> guide,
    Function<Subject, Optional<String>> obstacle,
    Duration gap,
    BiFunction<PictureContext, PictureText, Picture> factory) {
  /** A million numbers in the task's table take about a tenth of a second to go forward. */
  private static final long NUMBERS = 1_000_000;

  /** The least time between two questions about a run: longer where its table is large. */
  public Duration gap(Subject run) {
    long numbers = (long) run.shape().examples() * run.shape().features();
    return gap.multipliedBy(1 + numbers / NUMBERS);
  }
}
