package grokscope.ui.chart.plot;

/**
 * The room around a plot for its words, in pixels. Its measures are multiples of 4, so that text is
 * sharp where a pixel of the layout is one and a quarter, one and a half or two of the screen.
 * Immutable, any thread.
 *
 * @param digits the type size of the labels
 * @param left the width of the value axis
 * @param right into which the last step's label may reach
 * @param top for the upper half of the highest label
 * @param bottom the height of the step axis
 * @param header the height of the line with title and legend
 * @param strip the height of the row of labels of marks
 * @param labelled whether the step axis has labels
 */
public record Margins(
    double digits,
    double left,
    double right,
    double top,
    double bottom,
    double header,
    double strip,
    boolean labelled) {
  private static final double LARGE_DIGITS = 15;
  private static final double SMALL_DIGITS = 12;
  private static final double MARK = 12;
  private static final double HEADER = 13;

  /** That of the large chart. */
  public static Margins large(double scale) {
    return of(LARGE_DIGITS, scale, true, up(1.5 * MARK * scale));
  }

  /**
   * That of a small chart.
   *
   * @param labelled whether it has labels of steps
   */
  public static Margins small(double scale, boolean labelled) {
    return of(SMALL_DIGITS, scale, labelled, 0);
  }

  private static Margins of(double size, double scale, boolean labelled, double strip) {
    double digits = size * scale;
    return new Margins(
        digits,
        up(4.2 * digits + 6),
        up(2.3 * digits),
        8,
        labelled ? up(1.4 * digits + 4) : 8,
        up(1.5 * HEADER * scale + 4),
        strip,
        labelled);
  }

  /** The next multiple of 4 that is not less. */
  private static double up(double length) {
    return 4 * Math.ceil(length / 4);
  }

  /** The next multiple of 4 that is not more. */
  public static double down(double length) {
    return 4 * Math.floor(length / 4);
  }

  /** All of the height that is not the plot's. */
  public double height() {
    return header + strip + top + bottom;
  }

  /** The same with this width of the value axis, so that plots below each other are aligned. */
  public Margins withLeft(double now) {
    return new Margins(digits, now, right, top, bottom, header, strip, labelled);
  }
}
