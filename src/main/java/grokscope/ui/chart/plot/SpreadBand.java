package grokscope.ui.chart.plot;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/**
 * The band between two values at each step, on one value axis. FX thread only.
 *
 * @param steps in increasing order
 * @param low the lower values, all finite
 * @param high the higher values, all finite
 */
// Plain arrays on purpose: they go to the canvas as they are, and nothing compares bands.
@SuppressWarnings("ArrayRecordComponent")
public record SpreadBand(double[] steps, double[] low, double[] high) {
  private static final double OPACITY = 0.18;

  /** A band without the steps at which an end is not finite. */
  public static SpreadBand of(double[] steps, double[] low, double[] high) {
    double[] at = new double[steps.length];
    double[] from = new double[steps.length];
    double[] to = new double[steps.length];
    int size = 0;
    for (int i = 0; i < steps.length; i++) {
      if (Double.isFinite(low[i]) && Double.isFinite(high[i])) {
        at[size] = steps[i];
        from[size] = low[i];
        to[size] = high[i];
        size++;
      }
    }
    return new SpreadBand(
        Arrays.copyOf(at, size), Arrays.copyOf(from, size), Arrays.copyOf(to, size));
  }

  /** The lowest value, NaN when there is none. */
  public double lowest() {
    return Arrays.stream(low).min().orElse(Double.NaN);
  }

  /** The highest value, NaN when there is none. */
  public double highest() {
    return Arrays.stream(high).max().orElse(Double.NaN);
  }

  /** Fills the band faintly. */
  void draw(GraphicsContext graphics, RuledAxis across, RuledAxis up, Paint color) {
    int size = steps.length;
    double[] x = new double[2 * size];
    double[] y = new double[2 * size];
    for (int i = 0; i < size; i++) {
      x[i] = across.getDisplayPosition(steps[i]);
      y[i] = up.getDisplayPosition(low[i]);
      x[2 * size - 1 - i] = x[i]; // there along the lower end, back along the higher
      y[2 * size - 1 - i] = up.getDisplayPosition(high[i]);
    }
    graphics.save();
    graphics.setGlobalAlpha(OPACITY);
    graphics.setFill(color);
    graphics.fillPolygon(x, y, x.length);
    graphics.restore();
  }
}
