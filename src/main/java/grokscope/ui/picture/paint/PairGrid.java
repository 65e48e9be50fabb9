package grokscope.ui.picture.paint;

import grokscope.ui.color.PictureColors;
import java.util.Optional;
import javafx.scene.text.TextAlignment;

/**
 * Where the cells of a table of pairs lie: a goes across and b goes up, from 0 at the lower left. A
 * cell is a whole number of pixels where there is room for three. Immutable, any thread.
 *
 * @param side how many values an operand has
 * @param cell the width of a cell, in pixels
 * @param left of the first column
 * @param top of the last row
 */
public record PairGrid(int side, double cell, double left, double top) {
  private static final double MARGIN = 26;
  private static final double RIM = 4;
  private static final int MARKABLE = 3;

  /** The largest grid that fits with its labels. */
  public static PairGrid of(int side, double width, double height) {
    double room = Math.max(1, Math.min(width - MARGIN - RIM, height - MARGIN - RIM));
    double exact = room / side;
    double cell = exact >= MARKABLE ? Math.floor(exact) : exact;
    double left = MARGIN + Math.floor(Math.max(0, width - MARGIN - RIM - side * cell) / 2);
    return new PairGrid(side, cell, left, RIM);
  }

  public double size() {
    return side * cell;
  }

  /** Whether something can be seen inside a cell. */
  public boolean markable() {
    return cell >= MARKABLE;
  }

  public double x(int a) {
    return left + a * cell;
  }

  /** The upper edge of a row. */
  public double y(int b) {
    return top + (side - 1 - b) * cell;
  }

  /** The pair at a place, if there is one. */
  public Optional<Pair> at(double x, double y) {
    int a = (int) Math.floor((x - left) / cell);
    int b = side - 1 - (int) Math.floor((y - top) / cell);
    boolean inside = a >= 0 && a < side && b >= 0 && b < side;
    return inside && !Double.isNaN(x) ? Optional.of(new Pair(a, b)) : Optional.empty();
  }

  /** The ends of both axes and their names. */
  public void label(Pen pen, PictureColors pictureColors) {
    double under = top + size() + Plot.WORDS;
    double beside = left - 6;
    pen.setFill(pictureColors.muted());
    pen.fillText("0", left + 4, under);
    pen.fillText("a →", left + size() / 2, under);
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText(String.valueOf(side - 1), left + size(), under);
    pen.fillText("0", beside, top + size() - 6);
    pen.fillText(String.valueOf(side - 1), beside, top + 6);
    pen.fillText("b ↑", beside, top + size() / 2);
    pen.setTextAlign(TextAlignment.CENTER);
  }
}
