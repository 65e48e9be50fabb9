package grokscope.ui.chart.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where everything lies in a view of some size: the panels below each other, their plots equally
 * large and aligned. Immutable, any thread.
 *
 * @param plots where the curves are drawn, from top to bottom
 */
public record Frame(List<Rectangle2D> plots) {
  /** The width of every value axis. */
  public static final double LEFT = 56;

  /** Room at the right, into which the last step's label may reach. */
  public static final double RIGHT = 28;

  /** Room above a plot for the upper half of its highest label. */
  public static final double TOP = 7;

  /** The height of the labelled step axis. */
  public static final double BOTTOM = 38;

  /** The height of the other step axes: room for the lower half of the lowest value label. */
  public static final double BETWEEN = 7;

  /** The height of a header. */
  public static final double HEADER = 22;

  /** The height of the row of labels above the first plot. */
  public static final double STRIP = 16;

  /** Divides a view. */
  public static Frame of(double width, double height, int panels) {
    double used = panels * (HEADER + TOP) + STRIP + (panels - 1) * BETWEEN + BOTTOM;
    double plotHeight = Math.max(10, Math.floor((height - used) / panels));
    double plotWidth = Math.max(10, Math.floor(width - LEFT - RIGHT));
    List<Rectangle2D> plots = new ArrayList<>();
    double top = HEADER + STRIP + TOP;
    for (int panel = 0; panel < panels; panel++) {
      plots.add(new Rectangle2D(LEFT, top, plotWidth, plotHeight));
      top += plotHeight + BETWEEN + HEADER + TOP;
    }
    return new Frame(plots);
  }

  /** The y of a panel's header. */
  public double headerTop(int panel) {
    return panel == 0 ? 0 : plots.get(panel).getMinY() - TOP - HEADER;
  }

  public double left() {
    return plots.get(0).getMinX();
  }

  public double width() {
    return plots.get(0).getWidth();
  }

  public double right() {
    return left() + width();
  }

  public double bottom() {
    return plots.get(plots.size() - 1).getMaxY();
  }

  /** The x of a position in the window, as share of the width. */
  public double x(double position) {
    return left() + position * width();
  }

  /** The position of an x, as share of the width. */
  public double position(double x) {
    return (x - left()) / width();
  }
}
