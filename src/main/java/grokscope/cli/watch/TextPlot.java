package grokscope.cli.watch;

import grokscope.figure.Limits;
import grokscope.measure.MetricIds;
import grokscope.telemetry.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Two curves over the steps, drawn in characters: train and test of one measure. Immutable, any
 * thread.
 *
 * <p>A character cell shows everything between the smallest and the largest value that falls into
 * its column, so a spike is never lost.
 */
final class TextPlot {
  /** What the curves and axes are drawn with. */
  enum Ink {
    /** For every terminal. */
    ASCII('.', '#', '|', '+', '-'),
    /** Where more can be shown. */
    UNICODE('·', '█', '│', '└', '─');

    private final char train;
    private final char test;
    private final char upright;
    private final char corner;
    private final char level;

    Ink(char train, char test, char upright, char corner, char level) {
      this.train = train;
      this.test = test;
      this.upright = upright;
      this.corner = corner;
      this.level = level;
    }
  }

  private static final int MARGIN = 8;

  private final String title;
  private final String trainMetric;
  private final String testMetric;
  private final boolean logarithmic;
  private final int width;
  private final int height;
  private final Ink ink;

  private TextPlot(
      String title,
      String trainMetric,
      String testMetric,
      boolean logarithmic,
      int width,
      int height,
      Ink ink) {
    this.title = title;
    this.trainMetric = trainMetric;
    this.testMetric = testMetric;
    this.logarithmic = logarithmic;
    this.width = width;
    this.height = height;
    this.ink = ink;
  }

  /** Accuracies from 0 to 1. */
  static TextPlot accuracy(int width, int height, Ink ink) {
    return new TextPlot(
        "accuracy", MetricIds.TRAIN_ACCURACY, MetricIds.TEST_ACCURACY, false, width, height, ink);
  }

  /** Losses on a logarithmic axis that spans whole powers of ten. */
  static TextPlot loss(int width, int height, Ink ink) {
    return new TextPlot(
        "loss (log)", MetricIds.TRAIN_LOSS, MetricIds.TEST_LOSS, true, width, height, ink);
  }

  /** The picture, line by line, always of the same size; every line has the full width. */
  List<String> draw(History history) {
    int train = history.column(trainMetric);
    int test = history.column(testMetric);
    double[] range = range(history, train, test);
    char[][] canvas = new char[height][width];
    for (char[] row : canvas) {
      Arrays.fill(row, ' ');
    }
    curve(history, train, range, canvas, ink.train);
    curve(history, test, range, canvas, ink.test); // on top: it is the one to watch
    List<String> lines = new ArrayList<>();
    lines.add(
        padded(" ".repeat(MARGIN) + title + "   " + ink.train + " train   " + ink.test + " test"));
    for (int row = 0; row < height; row++) {
      lines.add(label(row, range) + ink.upright + new String(canvas[row]));
    }
    lines.add(" ".repeat(MARGIN - 1) + ink.corner + String.valueOf(ink.level).repeat(width));
    lines.add(steps(history));
    return lines;
  }

  private double[] range(History history, int train, int test) {
    if (!logarithmic) {
      return new double[] {0, 1};
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int column : new int[] {train, test}) {
      for (int i = 0; column >= 0 && i < history.size(); i++) {
        double value = placed(history.value(column, i));
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    return low > high
        ? new double[] {-1, 1}
        : new double[] {Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)};
  }

  /** A value where the axis has it: itself, or its power of ten. */
  private double placed(double value) {
    return logarithmic ? Math.log10(Math.max(value, Limits.LOG_FLOOR)) : value;
  }

  private void curve(History history, int column, double[] range, char[][] canvas, char mark) {
    if (column < 0 || history.size() == 0) {
      return;
    }
    double last = Math.max(1, history.step(history.size() - 1));
    int before = -1;
    int x = 0;
    for (int i = 0; i < history.size(); i++) {
      int y = row(placed(history.value(column, i)), range);
      if (y < 0) {
        before = -1; // a value that is no number leaves a gap
        continue;
      }
      int next = (int) Math.min(width - 1, history.step(i) / last * width);
      int from = before < 0 ? y : before;
      for (int between = x + 1; before >= 0 && between < next; between++) {
        canvas[from][between] = mark; // no sample here: the curve stays where it was
      }
      x = next;
      for (int r = Math.min(from, y); r <= Math.max(from, y); r++) {
        canvas[r][x] = mark;
      }
      before = y;
    }
  }

  private int row(double value, double[] range) {
    if (!Double.isFinite(value)) {
      return -1;
    }
    double share = (value - range[0]) / (range[1] - range[0]);
    return (int) Math.round((1 - Math.min(1, Math.max(0, share))) * (height - 1));
  }

  private String label(int row, double[] range) {
    boolean top = row == 0;
    boolean bottom = row == height - 1;
    double center = (range[0] + range[1]) / 2;
    boolean exact = !logarithmic || center == Math.rint(center);
    boolean middle = exact && height % 2 == 1 && row == height / 2;
    if (!top && !bottom && !middle) {
      return " ".repeat(MARGIN - 1);
    }
    double value = top ? range[1] : bottom ? range[0] : center;
    String words = String.format(Locale.ROOT, logarithmic ? "1e%+.0f" : "%.1f", value);
    return " ".repeat(Math.max(0, MARGIN - 2 - words.length())) + words + " ";
  }

  private String steps(History history) {
    int last = history.size() == 0 ? 0 : (int) history.step(history.size() - 1);
    String middle = "step";
    String right = String.valueOf(last);
    int gap = (width - middle.length()) / 2 - 1;
    int rest = width - 1 - gap - middle.length() - right.length();
    return padded(
        " ".repeat(MARGIN)
            + "0"
            + " ".repeat(Math.max(1, gap))
            + middle
            + " ".repeat(Math.max(1, rest))
            + right);
  }

  private String padded(String line) {
    return line + " ".repeat(Math.max(0, MARGIN + width - line.length()));
  }
}
