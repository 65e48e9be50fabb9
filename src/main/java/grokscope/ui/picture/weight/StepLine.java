package grokscope.ui.picture.weight;

import grokscope.telemetry.ProfileHistory;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import javafx.geometry.Rectangle2D;

/** Marks an earlier step, which is shown, in what is drawn over the steps. Stateless. */
final class StepLine {
  /** The network in training may be shown a little late. */
  private static final double ALMOST = 0.01;

  private StepLine() {}

  /** Draws a line at a step, unless it is the last one of the history. */
  static void draw(
      Pen pen, PictureColors pictureColors, Rectangle2D place, ProfileHistory history, int step) {
    int first = history.get(0).step();
    int last = history.last().step();
    double share = (step - first) / Math.max(1.0, last - first);
    if (share < 0 || share > 1 - ALMOST) {
      return;
    }
    double x = Math.floor(place.getMinX() + share * place.getWidth()) + 0.5;
    pen.setStroke(pictureColors.palette().danger());
    pen.strokeLine(x, place.getMinY(), x, place.getMaxY());
  }
}
