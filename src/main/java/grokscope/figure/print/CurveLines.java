package grokscope.figure.print;

import grokscope.figure.CurvePoints;
import grokscope.figure.StepScale;
import grokscope.figure.ink.Ink;
import grokscope.figure.ink.Ink.Box;
import grokscope.figure.ink.Ink.Stroke;
import grokscope.telemetry.Envelope;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws curves and bands into a plot: no more points than print can show, with every spike in full,
 * and nothing across a break. One thread.
 */
final class CurveLines {
  /** Columns to a letter's size, in each of which there are at most four points of a curve. */
  private static final double FINE = 12;

  private static final double OPACITY = 0.2;

  private final Ink ink;
  private final Box plot;
  private final StepScale steps;
  private final DoubleUnaryOperator height;
  private final double fine; // columns to a point
  private final Envelope envelope = new Envelope();

  /**
   * For one plot.
   *
   * @param height where a value lies, in points from the top of the figure
   */
  CurveLines(Ink ink, Box plot, StepScale steps, DoubleUnaryOperator height, FigureType type) {
    this.ink = ink;
    this.plot = plot;
    this.steps = steps;
    this.height = height;
    this.fine = FINE / type.size();
  }

  private double[] columns(CurvePoints points) {
    double[] x = points.steps().clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = fine * (plot.x() + steps.position(x[i]) * plot.width());
    }
    return x;
  }

  /** The first point in view and the one before it. */
  private int first(CurvePoints points) {
    int at = 0;
    while (at + 1 < points.steps().length && points.steps()[at + 1] < steps.min()) {
      at++;
    }
    return at;
  }

  /** One more than the last point in view and the one after it. */
  private int end(CurvePoints points) {
    int at = points.steps().length;
    while (at > 1 && points.steps()[at - 2] > steps.max()) {
      at--;
    }
    return at;
  }

  void line(CurvePoints points, Stroke stroke) {
    double[] x = columns(points);
    double[] values = points.values();
    int last = end(points);
    int begin = CurvePoints.begin(values, first(points), last);
    while (begin < last) {
      int end = CurvePoints.end(values, begin, last);
      envelope.thin(x, values, begin, end);
      piece(stroke);
      begin = CurvePoints.begin(values, end, last);
    }
  }

  private void piece(Stroke stroke) {
    double[] x = envelope.x();
    double[] y = envelope.y();
    for (int i = 0; i < envelope.size(); i++) {
      x[i] /= fine;
      y[i] = height.applyAsDouble(y[i]);
    }
    if (envelope.size() == 1) { // alone between two breaks
      ink.line(x[0] - stroke.width() / 2, y[0], x[0] + stroke.width() / 2, y[0], stroke);
    } else {
      ink.line(x, y, envelope.size(), stroke);
    }
  }

  /** Fills faintly what lies between two curves, which have the same steps. */
  void band(CurvePoints low, CurvePoints high, int color) {
    double[] x = columns(low);
    int last = Math.min(end(low), high.values().length);
    int from = first(low);
    while (from < last) {
      while (from < last && broken(low, high, from)) {
        from++;
      }
      int to = from;
      while (to < last && !broken(low, high, to)) {
        to++;
      }
      if (from < to) {
        band(x, low.values(), high.values(), from, to, color);
      }
      from = to;
    }
  }

  private static boolean broken(CurvePoints low, CurvePoints high, int at) {
    return Double.isNaN(low.values()[at]) || Double.isNaN(high.values()[at]);
  }

  /** Of all steps in a column it takes the lowest and the highest. */
  private void band(double[] x, double[] low, double[] high, int from, int to, int color) {
    double[] across = new double[to - from];
    double[] down = new double[to - from];
    double[] up = new double[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      double above = height.applyAsDouble(high[i]);
      double below = height.applyAsDouble(low[i]);
      if (size > 0 && Math.floor(x[i]) == Math.floor(across[size - 1])) {
        up[size - 1] = Math.min(up[size - 1], above);
        down[size - 1] = Math.max(down[size - 1], below);
      } else {
        across[size] = x[i];
        up[size] = above;
        down[size++] = below;
      }
    }
    double[] cornersX = new double[2 * size];
    double[] cornersY = new double[2 * size];
    for (int i = 0; i < size; i++) { // there along the lower edge, back along the upper
      cornersX[i] = across[i] / fine;
      cornersY[i] = down[i];
      cornersX[2 * size - 1 - i] = across[i] / fine;
      cornersY[2 * size - 1 - i] = up[i];
    }
    ink.shape(cornersX, cornersY, 2 * size, color, OPACITY);
  }
}
