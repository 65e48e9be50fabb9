package grokscope.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A row in which labels are put beside each other. Not thread-safe.
 *
 * <p>Labels placed early get the place they want; a later one takes the nearest free place, or none
 * if that is too far from what it belongs to.
 */
final class LabelStrip {
  private static final double GAP = 8;

  private final double left;
  private final double right;
  private final double farthest;
  private final List<double[]> taken = new ArrayList<>(); // [from, to]

  /**
   * An empty row.
   *
   * @param left where the row begins
   * @param right where it ends
   * @param farthest how far a label's middle may be from where it wants to be
   */
  LabelStrip(double left, double right, double farthest) {
    this.left = left;
    this.right = right;
    this.farthest = farthest;
  }

  /**
   * Takes a place for a label and gives its left end; NaN when there is no room near its middle.
   */
  double place(double middle, double width) {
    double wanted = Math.max(left, Math.min(middle - width / 2, right - width));
    double best = isFree(wanted, width) ? wanted : Double.NaN;
    if (Double.isNaN(best)) {
      for (double[] other : taken) {
        best = nearer(best, other[0] - GAP - width, wanted, width);
        best = nearer(best, other[1] + GAP, wanted, width);
      }
    }
    if (Double.isNaN(best) || Math.abs(best - wanted) > farthest) {
      return Double.NaN;
    }
    taken.add(new double[] {best, best + width});
    return best;
  }

  private double nearer(double best, double candidate, double wanted, double width) {
    if (!isFree(candidate, width)) {
      return best;
    }
    boolean better = Double.isNaN(best) || Math.abs(candidate - wanted) < Math.abs(best - wanted);
    return better ? candidate : best;
  }

  private boolean isFree(double from, double width) {
    if (from < left || from + width > right) {
      return false;
    }
    return taken.stream()
        .noneMatch(other -> from < other[1] + GAP - 1e-6 && from + width > other[0] - GAP + 1e-6);
  }
}
