package grokscope.ui.picture.answer;

import grokscope.figure.Hue;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Axis;
import grokscope.ui.picture.paint.Pen;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws the logits of all classes as bars, with the right and the predicted class marked. */
final class LogitBars {
  private static final double LABELS = 16;
  private static final double MARKS = 30;
  private static final double GAP_FROM = 4;

  private LogitBars() {}

  /** The axis of classes in a place. */
  static Axis axis(Rectangle2D place, int classes) {
    return new Axis(0, classes, place.getMinX(), place.getWidth());
  }

  static void draw(
      Pen pen,
      PictureColors pictureColors,
      Rectangle2D place,
      Prediction prediction,
      int predicted) {
    float[] logits = prediction.logits(0);
    int answer = prediction.rule()[0];
    double high = 0;
    double low = 0;
    for (float logit : logits) {
      high = Math.max(high, logit);
      low = Math.min(low, logit);
    }
    double range = high > low ? high - low : 1;
    double top = place.getMinY() + MARKS;
    double bottom = place.getMaxY() - LABELS;
    double zero = top + (bottom - top) * high / range;
    Axis axis = axis(place, logits.length);
    double gap = axis.cell() > GAP_FROM ? 1 : 0;
    Color right =
        prediction.train()
            ? pictureColors.palette().of(Hue.TRAIN)
            : pictureColors.palette().of(Hue.TEST);
    for (int c = 0; c < logits.length; c++) {
      double end = top + (bottom - top) * (high - logits[c]) / range;
      Color other = pictureColors.pale(pictureColors.text(), c == predicted ? 0.75 : 0.3);
      pen.setFill(c == answer ? right : other);
      pen.fillRect(
          axis.at(c) + gap / 2,
          Math.min(zero, end),
          axis.cell() - gap,
          Math.max(1, Math.abs(end - zero)));
    }
    pen.setStroke(pictureColors.line());
    pen.strokeLine(place.getMinX(), zero, place.getMaxX(), zero);
    mark(pen, right, axis, answer, "right: " + answer, place.getMinY() + 7);
    mark(
        pen,
        pictureColors.text(),
        axis,
        predicted,
        "predicted: " + predicted,
        place.getMinY() + 21);
    labelAxes(pen, pictureColors, place, axis, new double[] {high, top, low, bottom});
  }

  private static void mark(Pen pen, Color color, Axis axis, int number, String words, double y) {
    double room = 34;
    double x = axis.middle(number);
    pen.setFill(color);
    pen.fillText(
        words, Math.max(axis.start() + room, Math.min(axis.start() + axis.length() - room, x)), y);
    pen.fillRect(x - 0.5, y + 6, 1, 3);
  }

  private static void labelAxes(
      Pen pen, PictureColors pictureColors, Rectangle2D place, Axis axis, double[] ends) {
    pen.setFill(pictureColors.muted());
    int every = axis.labelEvery();
    for (int c = 0; c < axis.count(); c += every) {
      pen.fillText(String.valueOf(c), axis.middle(c), place.getMaxY() - LABELS / 2);
    }
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText(logit(ends[0]), place.getMinX() - 6, ends[1] + 4);
    if (ends[2] < 0) {
      pen.fillText(logit(ends[2]), place.getMinX() - 6, ends[3] - 4);
    }
    pen.setTextAlign(TextAlignment.CENTER);
  }

  private static String logit(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace('-', '−');
  }
}
