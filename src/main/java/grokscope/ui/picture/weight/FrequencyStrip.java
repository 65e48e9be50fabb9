package grokscope.ui.picture.weight;

import grokscope.telemetry.ProfileHistory;
import grokscope.text.NumberText;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.ColorKey;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PixelImage;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/**
 * Draws how the shares of the frequencies have changed: steps to the right, frequencies upwards. FX
 * thread only.
 */
public final class FrequencyStrip {
  private static final double LABELS = 16;

  private final PixelImage image = new PixelImage();

  /** What one place of the strip shows. */
  public record Spot(int frequency, int step, double share) {}

  private static Rectangle2D inner(Rectangle2D place) {
    return new Rectangle2D(
        place.getMinX(),
        place.getMinY(),
        Math.max(1, place.getWidth()),
        Math.max(1, place.getHeight() - LABELS));
  }

  /** What is shown at a place, if that is on the strip. */
  public static Optional<Spot> at(ProfileHistory shares, Rectangle2D place, double x, double y) {
    Rectangle2D inner = inner(place);
    if (shares.isEmpty() || !inner.contains(x, y)) {
      return Optional.empty();
    }
    int frequencies = shares.labels().size();
    double down = (y - inner.getMinY()) / inner.getHeight();
    int row = Math.min(frequencies - 1, (int) (down * frequencies));
    int index = indexAt(shares, (x - inner.getMinX()) / inner.getWidth());
    int value = frequencies - 1 - row;
    return Optional.of(
        new Spot(value + 1, shares.get(index).step(), shares.get(index).values()[value]));
  }

  private static int indexAt(ProfileHistory shares, double across) {
    int first = shares.get(0).step();
    return Math.max(0, shares.indexAt(first + across * (shares.last().step() - first)));
  }

  void draw(
      Pen pen, PictureColors pictureColors, Rectangle2D place, ProfileHistory shares, int step) {
    if (shares.isEmpty()) {
      return;
    }
    Rectangle2D inner = inner(place);
    int width = (int) inner.getWidth();
    int frequencies = shares.labels().size();
    double largest = largest(shares);
    int[] indices = new int[width];
    for (int x = 0; x < width; x++) {
      indices[x] = indexAt(shares, (x + 0.5) / width);
    }
    pen.drawImage(
        image.fill(
            width,
            frequencies,
            (x, y) ->
                ColorMap.SEQUENTIAL.argb(
                    shares.get(indices[x]).values()[frequencies - 1 - y] / largest)),
        inner.getMinX(),
        inner.getMinY(),
        inner.getWidth(),
        inner.getHeight());
    StepLine.draw(pen, pictureColors, inner, shares, step);
    label(pen, pictureColors, inner, frequencies, shares);
    new ColorKey(ColorMap.SEQUENTIAL, "0", NumberText.perCent(largest))
        .draw(pen, pictureColors, inner.getMinX() + inner.getWidth() / 2, inner.getMaxY() + 1);
  }

  private static double largest(ProfileHistory shares) {
    double largest = Float.MIN_NORMAL;
    for (int i = 0; i < shares.size(); i++) {
      for (float share : shares.get(i).values()) {
        largest = Math.max(largest, share);
      }
    }
    return largest;
  }

  private static void label(
      Pen pen,
      PictureColors pictureColors,
      Rectangle2D inner,
      int frequencies,
      ProfileHistory shares) {
    pen.setFill(pictureColors.muted());
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText("1", inner.getMinX() - 6, inner.getMaxY() - 6);
    pen.fillText(String.valueOf(frequencies), inner.getMinX() - 6, inner.getMinY() + 6);
    double below = inner.getMaxY() + LABELS / 2;
    pen.fillText("step " + NumberText.count(shares.last().step()), inner.getMaxX(), below);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.fillText("step " + NumberText.count(shares.get(0).step()), inner.getMinX(), below);
    pen.setTextAlign(TextAlignment.CENTER);
  }
}
