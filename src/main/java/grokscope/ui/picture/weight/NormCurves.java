package grokscope.ui.picture.weight;

import grokscope.figure.Hue;
import grokscope.telemetry.Profile;
import grokscope.telemetry.ProfileHistory;
import grokscope.text.NumberText;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/**
 * Draws the norm of each matrix over the steps as small curves side by side, each from 0 to its own
 * largest.
 */
final class NormCurves {
  private static final double WORDS = 14;
  private static final double WIDE_ENOUGH = 108;
  private static final double GAP = 8;
  private static final double LOWEST = 16;

  private NormCurves() {}

  /** The height that the curves of this many matrices need. */
  static double height(int matrices, double width) {
    int rows = (matrices + columns(width) - 1) / columns(width);
    return rows * (WORDS + LOWEST + GAP);
  }

  private static int columns(double width) {
    return Math.max(1, (int) (width / WIDE_ENOUGH));
  }

  static void draw(
      Pen pen,
      PictureColors pictureColors,
      Rectangle2D place,
      ProfileHistory norms,
      String chosenName,
      int step) {
    List<String> names = norms.labels();
    int columns = columns(place.getWidth());
    int rows = (names.size() + columns - 1) / columns;
    double width = place.getWidth() / columns;
    double height = place.getHeight() / Math.max(1, rows);
    int shown = Math.max(0, norms.indexAt(step));
    pen.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < names.size(); i++) {
      double x = place.getMinX() + i % columns * width;
      int row = i / columns;
      double y = place.getMinY() + row * height;
      boolean chosen = names.get(i).equals(chosenName);
      pen.setFill(chosen ? pictureColors.text() : pictureColors.muted());
      String now = NumberText.threeDigits(norms.get(shown).values()[i]);
      pen.fillText(shortened(names.get(i)) + "  " + now, x, y + WORDS / 2, width - GAP);
      Rectangle2D curve =
          new Rectangle2D(x, y + WORDS, width - GAP, Math.max(1, height - WORDS - GAP));
      pen.setStroke(
          chosen
              ? pictureColors.palette().of(Hue.NORM)
              : pictureColors.pale(pictureColors.palette().of(Hue.NORM), 0.55));
      line(pen, norms, i, curve);
      pen.setStroke(pictureColors.line());
      pen.strokeLine(x, curve.getMaxY() + 0.5, curve.getMaxX(), curve.getMaxY() + 0.5);
    }
    pen.setTextAlign(TextAlignment.CENTER);
  }

  private static String shortened(String name) {
    return name.replace("blocks.", "").replace("hidden.", "h.");
  }

  private static void line(Pen pen, ProfileHistory norms, int matrix, Rectangle2D place) {
    double largest = Double.MIN_NORMAL;
    for (int i = 0; i < norms.size(); i++) {
      double norm = norms.get(i).values()[matrix];
      largest = Double.isFinite(norm) ? Math.max(largest, norm) : largest;
    }
    double last = Math.max(1, norms.last().step());
    double[] x = new double[norms.size()];
    double[] y = new double[norms.size()];
    int size = 0;
    for (int i = 0; i < norms.size(); i++) {
      Profile profile = norms.get(i);
      if (Double.isFinite(profile.values()[matrix])) {
        x[size] = place.getMinX() + place.getWidth() * profile.step() / last;
        y[size++] = place.getMaxY() - place.getHeight() * profile.values()[matrix] / largest;
      } else { // a run that diverges
        draw(pen, x, y, size);
        size = 0;
      }
    }
    draw(pen, x, y, size);
  }

  private static void draw(Pen pen, double[] x, double[] y, int size) {
    if (size > 1) {
      pen.strokePolyline(x, y, size);
    }
  }
}
