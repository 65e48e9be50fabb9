package grokscope.telemetry;

/**
 * Thins a curve to what its pixels can show: of all points in one pixel column it keeps the first,
 * the lowest, the highest and the last, in their order. So every spike is drawn in full. Keeps its
 * arrays from curve to curve; one thread.
 */
public final class Envelope {
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private int size;

  /** The kept points' x; valid up to the size. */
  public double[] x() {
    return x;
  }

  /** The kept points' y; valid up to the size, and to be changed at will. */
  public double[] y() {
    return y;
  }

  /** How many points were kept. */
  public int size() {
    return size;
  }

  /**
   * Thins the points between two indices, whose x must not decrease; x is in pixels, y in any unit.
   */
  public void thin(double[] xs, double[] ys, int from, int to) {
    size = 0;
    int capacity = to - from;
    if (x.length < capacity) {
      x = new double[2 * capacity];
      y = new double[2 * capacity];
    }
    int first = from;
    while (first < to) {
      double column = Math.floor(xs[first]);
      int end = first + 1;
      int low = first;
      int high = first;
      while (end < to && Math.floor(xs[end]) == column) {
        low = ys[end] < ys[low] ? end : low;
        high = ys[end] > ys[high] ? end : high;
        end++;
      }
      int last = end - 1;
      keep(xs, ys, first);
      int earlier = Math.min(low, high);
      int later = Math.max(low, high);
      if (earlier > first && earlier < last) {
        keep(xs, ys, earlier);
      }
      if (later > first && later < last && later != earlier) {
        keep(xs, ys, later);
      }
      if (last > first) {
        keep(xs, ys, last);
      }
      first = end;
    }
  }

  private void keep(double[] xs, double[] ys, int index) {
    x[size] = xs[index];
    y[size] = ys[index];
    size++;
  }
}
