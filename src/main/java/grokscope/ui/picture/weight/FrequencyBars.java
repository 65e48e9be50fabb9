package grokscope.ui.picture.weight;

import grokscope.figure.Hue;
import grokscope.measure.fourier.KeyFrequencies;
import grokscope.text.NumberText;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Axis;
import grokscope.ui.picture.paint.Pen;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/** Draws the share of each frequency as a bar, the key ones in colour and with their number. */
final class FrequencyBars {
  /** From which share of the tallest bar on a bar is a key: its norm is the share's root. */
  private static final double KEY_SHARE = KeyFrequencies.QUARTER * KeyFrequencies.QUARTER;

  private static final double GAP_FROM = 4;
  private static final double LABELS = 16;

  private FrequencyBars() {}

  /** The axis of frequencies in a place. */
  static Axis axis(Rectangle2D place, int frequencies) {
    return new Axis(1, frequencies, place.getMinX(), place.getWidth());
  }

  static void draw(
      Pen pen, PictureColors pictureColors, Rectangle2D place, double[] shares, int[] keys) {
    Axis axis = axis(place, shares.length);
    double largest = Arrays.stream(shares).max().orElse(0);
    double bottom = place.getMaxY() - LABELS;
    double room = bottom - place.getMinY() - LABELS;
    double gap = axis.cell() > GAP_FROM ? 1 : 0;
    for (int k = 1; k <= shares.length; k++) {
      int frequency = k;
      boolean key = IntStream.of(keys).anyMatch(known -> known == frequency);
      double height = largest > 0 ? room * shares[k - 1] / largest : 0;
      pen.setFill(
          key
              ? pictureColors.palette().of(Hue.RESTRICTED)
              : pictureColors.pale(pictureColors.text(), 0.3));
      pen.fillRect(axis.at(k) + gap / 2, bottom - height, axis.cell() - gap, height);
    }
    drawThreshold(pen, pictureColors, place, bottom - room * KEY_SHARE);
    labelKeys(pen, pictureColors, axis, shares, keys, bottom, room);
    pen.setStroke(pictureColors.line());
    pen.strokeLine(place.getMinX(), bottom + 0.5, place.getMaxX(), bottom + 0.5);
    labelAxes(pen, pictureColors, place, axis, largest);
  }

  private static void drawThreshold(
      Pen pen, PictureColors pictureColors, Rectangle2D place, double y) {
    pen.setStroke(pictureColors.muted());
    pen.setLineDashes(2, 3);
    double pixel = Math.floor(y) + 0.5;
    pen.strokeLine(place.getMinX(), pixel, place.getMaxX(), pixel);
    pen.setLineDashes();
  }

  /** Key frequencies above their bars; the tallest first, and none over another. */
  private static void labelKeys(
      Pen pen,
      PictureColors pictureColors,
      Axis axis,
      double[] shares,
      int[] keys,
      double bottom,
      double room) {
    double largest = Arrays.stream(shares).max().orElse(1);
    double[] taken = new double[keys.length];
    int count = 0;
    int[] tallestFirst =
        IntStream.of(keys)
            .boxed()
            .sorted((one, other) -> Double.compare(shares[other - 1], shares[one - 1]))
            .mapToInt(Integer::intValue)
            .toArray();
    pen.setFill(pictureColors.text());
    for (int k : tallestFirst) {
      double x = axis.middle(k);
      if (Arrays.stream(taken, 0, count).allMatch(other -> Math.abs(other - x) > LABELS)) {
        pen.fillText(String.valueOf(k), x, bottom - room * shares[k - 1] / largest - 8);
        taken[count++] = x;
      }
    }
  }

  private static void labelAxes(
      Pen pen, PictureColors pictureColors, Rectangle2D place, Axis axis, double largest) {
    double under = place.getMaxY() - LABELS / 2;
    pen.setFill(pictureColors.muted());
    int every = axis.labelEvery();
    for (int k = every; k <= axis.count(); k += every) {
      pen.fillText(String.valueOf(k), axis.middle(k), under);
    }
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText(
        NumberText.withUnit(String.format(Locale.ROOT, "%.0f", 100 * largest), "%"),
        place.getMinX() - 6,
        place.getMinY() + LABELS);
    pen.fillText("0", place.getMinX() - 6, place.getMaxY() - LABELS);
    pen.setTextAlign(TextAlignment.CENTER);
  }
}
