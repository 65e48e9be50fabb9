package grokscope.ui.picture.activation;

/**
 * Small squares side by side, as large as fit: a row for each position, a column for each head.
 * Immutable, any thread.
 *
 * @param rows how many below each other
 * @param columns how many side by side
 * @param left of the first square
 * @param top of the first square
 * @param size of a square, in pixels
 */
public record AttentionTiles(int rows, int columns, double left, double top, double size) {
  static final double GAP = 6;

  private static final double WORDS = 36;

  /** Leaves room for words on the left and above. */
  public static AttentionTiles of(int rows, int columns, double width, double height) {
    double top = 18;
    double across = (width - WORDS) / columns - GAP;
    double down = (height - top) / rows - GAP;
    double size = Math.max(1, Math.floor(Math.min(across, down)));
    double left = WORDS + Math.floor(Math.max(0, width - WORDS - columns * (size + GAP)) / 2);
    return new AttentionTiles(rows, columns, left, top, size);
  }

  public double x(int column) {
    return left + column * (size + GAP);
  }

  public double y(int row) {
    return top + row * (size + GAP);
  }

  /** The row at a place; −1 between and outside the squares. */
  public int row(double y) {
    return index(y - top, rows);
  }

  /** The column at a place; −1 between and outside the squares. */
  public int column(double x) {
    return index(x - left, columns);
  }

  private int index(double distance, int count) {
    int index = (int) Math.floor(distance / (size + GAP));
    boolean inside = index >= 0 && index < count && distance - index * (size + GAP) < size;
    return inside ? index : -1; // NaN becomes the first, and is not below any size
  }
}
