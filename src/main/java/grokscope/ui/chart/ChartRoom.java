package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.Margins;
import grokscope.ui.chart.plot.Plot;
import java.util.ArrayList;
import java.util.List;

/**
 * How the room of a view is shared: a legend on top, below it the large chart, and the small ones
 * in a column beside it where the view is wide enough for both, else below it in rows. No chart is
 * lower than can be read; what has no room is scrolled to. As long as that leaves a row of small
 * charts in view, only these scroll and the large one stays where it is. Immutable, any thread.
 *
 * @param width of the view
 * @param beside whether the small charts stand beside the large one
 * @param frontWidth the width of the large chart with its words
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
    boolean beside,
    double frontWidth,
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
  private static final double BESIDE_FROM = 700;
  private static final double LARGE_WIDTH = 0.66; // of the view, beside small charts
  private static final double RATIO = 2.3; // of a large plot to a small one
  private static final double LEGEND = 20;

  /** Shares a view. */
  static ChartRoom of(double width, double height, int smalls, double scale, ChartLayout layout) {
    double legend = 4 * Math.ceil(LEGEND * scale / 4) + 4;
    double room = height - legend - Margins.large(scale).height();
    if (smalls == 0) {
      double large = Margins.down(Math.max(LARGE_FLOOR, room));
      return new ChartRoom(width, false, width, legend, large, 0, 0, 1, 0, 0, scale);
    }
    return !layout.below() && width >= BESIDE_FROM * scale
        ? beside(width, room, smalls, legend, scale, layout)
        : below(width, height, smalls, legend, scale, layout);
  }

  private static ChartRoom beside(
      double width, double room, int smalls, double legend, double scale, ChartLayout layout) {
    double large = Margins.down(Math.max(LARGE_FLOOR, room));
    double rest = large + Margins.large(scale).height();
    double words = smalls * Margins.small(scale, false).height() + labels(scale);
    double each = Math.max(SMALL_FLOOR, Math.min(large / 2, (rest - words) / smalls));
    double small = Margins.down(each);
    double share = layout.share() > 0 ? layout.share() : LARGE_WIDTH;
    double narrowest = NARROWEST * scale;
    double most = width - BORDER - narrowest;
    double front = Margins.down(Math.max(narrowest, Math.min(share * width, most)));
    double whole = words + smalls * small;
    return new ChartRoom(width, true, front, legend, large, small, smalls, 1, rest, whole, scale);
  }

  private static ChartRoom below(
      double width, double height, int smalls, double legend, double scale, ChartLayout layout) {
    double room = height - legend - Margins.large(scale).height();
    int perRow = (int) Math.max(1, width / (NARROWEST * scale));
    int rows = (smalls + perRow - 1) / perRow;
    int columns = (smalls + rows - 1) / rows;
    double words = rows * Margins.small(scale, false).height() + labels(scale);
    double least = words + rows * SMALL_FLOOR;
    double row = Math.min(least, Margins.small(scale, true).height() + SMALL_FLOOR);
    double highest = room - BORDER - row; // with a row of small ones below it
    if (highest < LARGE_FLOOR) {
      double large = Margins.down(Math.max(LARGE_FLOOR, Math.min(room, WANTED)));
      return new ChartRoom(
          width, false, width, legend, large, SMALL_FLOOR, smalls, columns, least, least, scale);
    }
    room -= BORDER;
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
    double small = Math.max(SMALL_FLOOR, Margins.down((rest - words) / rows));
    double whole = words + rows * small;
    return new ChartRoom(
        width, false, width, legend, large, small, smalls, columns, rest, whole, scale);
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
    return legend + front() + (smalls == 0 || beside ? 0 : BORDER + rest);
  }

  /** The width in which the small charts are seen. */
  double restWidth() {
    return beside ? width - frontWidth - BORDER : width;
  }

  /** Where the large plot lies below the legend. */
  Frame frontFrame() {
    Margins words = Margins.large(scale);
    double top = words.header() + words.strip() + words.top();
    double plotWidth = frontWidth - words.left() - words.right();
    return new Frame(List.of(plot(words, 0, top, plotWidth, large)));
  }

  /**
   * Where the small plots lie beyond the border.
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
        boolean aligned = columns == 1 && !beside;
        if (aligned) {
          words = words.withLeft(Margins.large(scale).left()); // below the large plot
        }
        double plotTop = top + words.header() + words.strip() + words.top();
        double right = aligned ? Margins.large(scale).right() : words.right();
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
