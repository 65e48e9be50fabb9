package grokscope.ui.chart.plot;

import grokscope.figure.CurvePoints;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/**
 * The band between two values at each step, on one value axis. FX thread only.
 *
 * @param steps in increasing order
 * @param low the lower values; NaN where the band breaks
 * @param high the higher values; NaN there as well
 */
// Plain arrays on purpose: they go to the canvas as they are, and nothing compares bands.
@SuppressWarnings("ArrayRecordComponent")
public record SpreadBand(double[] steps, double[] low, double[] high) {
  private static final double OPACITY = 0.18;

  /** A band that breaks where either of two curves, which have the same steps, does. */
  public static SpreadBand of(CurvePoints lowest, CurvePoints highest) {
    double[] from = lowest.values().clone();
    double[] to = highest.values().clone();
    for (int i = 0; i < from.length; i++) {
      if (Double.isNaN(from[i]) || Double.isNaN(to[i])) {
        from[i] = Double.NaN;
        to[i] = Double.NaN;
      }
    }
    return new SpreadBand(lowest.steps(), from, to);
  }

  /** Between what values it lies from one step to another. */
  public Extent extent(double from, double to) {
    Extent part = Extent.NONE;
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] >= from && steps[i] <= to) {
        part = part.with(low[i]).with(high[i]);
      }
    }
    return part;
  }

  /** Fills the band faintly. */
  void draw(GraphicsContext graphics, RuledAxis across, RuledAxis up, Paint color) {
    graphics.save();
    graphics.setGlobalAlpha(OPACITY);
    graphics.setFill(color);
    int begin = CurvePoints.begin(low, 0, low.length);
    while (begin < low.length) {
      int end = CurvePoints.end(low, begin, low.length);
      drawPiece(graphics, across, up, begin, end);
      begin = CurvePoints.begin(low, end, low.length);
    }
    graphics.restore();
  }

  private void drawPiece(
      GraphicsContext graphics, RuledAxis across, RuledAxis up, int begin, int end) {
    int size = end - begin;
    double[] x = new double[2 * size];
    double[] y = new double[2 * size];
    for (int i = 0; i < size; i++) {
      x[i] = across.getDisplayPosition(steps[begin + i]);
      y[i] = up.getDisplayPosition(low[begin + i]);
      x[2 * size - 1 - i] = x[i]; // there along the lower end, back along the higher
      y[2 * size - 1 - i] = up.getDisplayPosition(high[begin + i]);
    }
    graphics.fillPolygon(x, y, x.length);
  }
}
