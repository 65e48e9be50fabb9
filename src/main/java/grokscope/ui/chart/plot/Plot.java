package grokscope.ui.chart.plot;

/**
 * Where one plot lies. Immutable, any thread.
 *
 * @param left of the area in which the curves are drawn
 * @param top of that area
 * @param width of that area
 * @param height of that area
 * @param words the room for words around it
 */
public record Plot(double left, double top, double width, double height, Margins words) {
  /** The x of a position in the window of steps, as share of the width. */
  public double x(double position) {
    return left + position * width;
  }

  /** The position of an x, as share of the width. */
  public double position(double x) {
    return (x - left) / width;
  }

  /** The height of a y above the lower edge, as share of the height. */
  public double rise(double y) {
    return (bottom() - y) / height;
  }

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  /** Whether a point is in the area, or in the labels above and below it. */
  public boolean holds(double x, double y) {
    return x >= left && x <= right() && y >= top - words.top() && y <= bottom() + words.bottom();
  }

  /** Where the header begins. */
  public double headerTop() {
    return top - words.top() - words.strip() - words.header();
  }
}
