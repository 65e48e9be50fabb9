package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.Margins;
import grokscope.ui.chart.plot.Plot;
import java.util.ArrayList;
import java.util.List;

/**
 * How the room of a view is shared: a legend on top, below it the large chart, below that the small
 * ones in rows. No chart is lower than can be read; what has no room is scrolled to. As long as
 * that leaves a row of small charts in view, only these scroll and the large one stays where it is.
 * Immutable, any thread.
 *
 * @param width of the view
 * @param legend the height of the legend
 * @param large the height of the large plot
 * @param small the height of a small plot
 * @param smalls how many small charts there are
 * @param columns how many small charts stand in a row
 * @param rest the height in which the small charts are seen
 * @param restWhole the height of all small charts
 * @param scale the size of text
 */
record ChartRoom(
    double width,
    double legend,
    double large,
    double small,
    int smalls,
    int columns,
    double rest,
    double restWhole,
    double scale) {
  /** Below this height the large plot is not shrunk. */
  static final double LARGE_FLOOR = 144;

  /** Below this height a small plot is not shrunk. */
  static final double SMALL_FLOOR = 72;

  /** As long as there is room for them, the large plot has as many pixels before the small grow. */
  static final double WANTED = 200;

  /** The height of the border between the large chart and the small ones, which can be dragged. */
  static final double BORDER = 8;

  private static final double NARROWEST = 260;
  private static final double RATIO = 2.3; // of a large plot to a small one
  private static final double LEGEND = 20;

  /** Shares a view. */
  static ChartRoom of(double width, double height, int smalls, double scale, ChartLayout layout) {
    double legend = 4 * Math.ceil(LEGEND * scale / 4) + 4;
    double room = height - legend - Margins.large(scale).height();
    if (smalls == 0) {
      double large = Margins.down(Math.max(LARGE_FLOOR, room));
      return new ChartRoom(width, legend, large, 0, 0, 1, 0, 0, scale);
    }
    int perRow = layout.stacked() ? 1 : (int) Math.max(1, width / (NARROWEST * scale));
    int rows = (smalls + perRow - 1) / perRow;
    int columns = (smalls + rows - 1) / rows;
    double words = rows * Margins.small(scale, false).height() + labels(scale);
    double least = words + rows * SMALL_FLOOR;
    double row = Math.min(least, Margins.small(scale, rows == 1).height() + SMALL_FLOOR);
    room -= BORDER;
    double highest = room - row; // of the large plot, with a row of small ones below it
    if (highest < LARGE_FLOOR) {
      double large = Margins.down(Math.max(LARGE_FLOOR, Math.min(room + BORDER, WANTED)));
      return new ChartRoom(width, legend, large, SMALL_FLOOR, smalls, columns, least, least, scale);
    }
    double shared = (room - words) * RATIO / (RATIO + rows);
    shared = Math.max(shared, Math.min(WANTED, room - least));
    if (shared / RATIO < SMALL_FLOOR) {
      shared = Math.min(WANTED, highest);
    }
    if (layout.share() > 0) {
      shared = layout.share() * height - Margins.large(scale).height();
    }
    double large = Margins.down(Math.max(LARGE_FLOOR, Math.min(shared, highest)));
    double rest = room - large;
    double small = Margins.down(Math.max(SMALL_FLOOR, (rest - words) / rows));
    small = Math.max(SMALL_FLOOR, small);
    return new ChartRoom(
        width, legend, large, small, smalls, columns, rest, words + rows * small, scale);
  }

  /** What labels of steps need more than none. */
  private static double labels(double scale) {
    return Margins.small(scale, true).height() - Margins.small(scale, false).height();
  }

  /** The height of the large chart with its words. */
  double front() {
    return large + Margins.large(scale).height();
  }

  /** The height of everything; more than the view's where all of it scrolls. */
  double height() {
    return legend + front() + (smalls == 0 ? 0 : BORDER + rest);
  }

  /** Where the large plot lies below the legend. */
  Frame frontFrame() {
    Margins words = Margins.large(scale);
    double top = words.header() + words.strip() + words.top();
    double plotWidth = width - words.left() - words.right();
    return new Frame(List.of(plot(words, 0, top, plotWidth, large)));
  }

  /**
   * Where the small plots lie below the border.
   *
   * @param within the width that a scroll bar leaves them
   */
  Frame restFrame(double within) {
    List<Plot> plots = new ArrayList<>();
    double each = Margins.down(within / columns);
    int rows = (smalls + columns - 1) / columns;
    double top = 0;
    for (int row = 0; row < rows; row++) {
      double bottom = 0;
      for (int column = 0; column < columns && row * columns + column < smalls; column++) {
        boolean last = (row + 1) * columns + column >= smalls;
        Margins words = Margins.small(scale, last);
        if (columns == 1) {
          words = words.withLeft(Margins.large(scale).left()); // below the large plot
        }
        double plotTop = top + words.header() + words.strip() + words.top();
        double right = columns == 1 ? Margins.large(scale).right() : words.right();
        double plotWidth = each - words.left() - right;
        plots.add(plot(words, column * each, plotTop, plotWidth, small));
        bottom = plotTop + small + Margins.small(scale, false).bottom();
      }
      top = bottom;
    }
    return new Frame(plots);
  }

  private static Plot plot(Margins words, double left, double top, double width, double height) {
    double plotWidth = Math.max(8, Margins.down(width));
    return new Plot(left + words.left(), top, plotWidth, height, words);
  }
}
