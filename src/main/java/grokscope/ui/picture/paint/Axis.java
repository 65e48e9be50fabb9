package grokscope.ui.picture.paint;

/**
 * Where whole numbers lie along a length: cells of equal width, side by side. Immutable, any
 * thread.
 *
 * @param first the number of the first cell
 * @param count how many cells
 * @param start of the first cell, in pixels
 * @param length of all cells, in pixels
 */
public record Axis(int first, int count, double start, double length) {
  private static final double BETWEEN_LABELS = 34;

  public double cell() {
    return length / count;
  }

  /** Where the cell of a number begins. */
  public double at(int number) {
    return start + (number - first) * cell();
  }

  public double middle(int number) {
    return at(number) + cell() / 2;
  }

  boolean holds(double place) {
    return place >= start && place < start + length;
  }

  /** The number at a place, the nearest one beyond the ends. */
  public int number(double place) {
    int cell = (int) Math.floor((place - start) / cell());
    return first + Math.max(0, Math.min(count - 1, cell));
  }

  /** A round distance between labels, such that none touches the next: 1, 2, 5, 10, 20, … */
  public int labelEvery() {
    int magnitude = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (factor * magnitude * cell() >= BETWEEN_LABELS || factor * magnitude > count) {
          return factor * magnitude;
        }
      }
      magnitude *= 10;
    }
  }
}
