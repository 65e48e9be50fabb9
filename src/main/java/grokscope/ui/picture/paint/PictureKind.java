package grokscope.ui.picture.paint;

import java.time.Duration;
import java.util.function.BiFunction;

/**
 * A line in the list of pictures. Immutable, any thread.
 *
 * @param id by which it is remembered
 * @param title on its tab
 * @param sentence what it shows, for the tooltip of its tab
 * @param guide what it shows and what to look for, for first-time users
 * @param otherGuide the same for tasks that are no table of sums, on which no waves are to be seen
 * @param gap the least time between two questions to the network
 * @param factory makes the picture, from what all share and where its words go
 */
public record PictureKind(
    String id,
    String title,
    String sentence,
    String guide,
    String otherGuide,
    Duration gap,
    BiFunction<PictureContext, PictureText, Picture> factory) {
  /** A kind whose guide is the same for every task. */
  public PictureKind(
      String id,
      String title,
      String sentence,
      String guide,
      Duration gap,
      BiFunction<PictureContext, PictureText, Picture> factory) {
    this(id, title, sentence, guide, guide, gap, factory);
  }

  /** The guide for a run. */
  public String guide(Subject run) {
    return run.sums() ? guide : otherGuide;
  }
}
