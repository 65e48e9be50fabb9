package grokscope.ui.chart.plot;

import grokscope.figure.CurvePoints;
import grokscope.telemetry.Envelope;
import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/**
 * Draws a curve as a plain line through its points: no markers, no smoothing, every spike in full,
 * nothing across a break. Keeps its arrays from curve to curve; FX thread only.
 */
final class CurvePen {
  private final Envelope envelope = new Envelope();
  private double[] x = new double[1024];

  /** Draws what lies between two steps, and the lines from there to the edges. */
  void draw(
      GraphicsContext graphics,
      CurveData data,
      Axis steps,
      Axis values,
      double first,
      double last) {
    int size = data.getDataCount();
    if (size == 0 || !data.isShown()) {
      return;
    }
    int from = Math.max(0, data.getIndex(DataSet.DIM_X, first) - 1);
    int to = Math.min(size, data.getIndex(DataSet.DIM_X, last) + 2);
    if (x.length < to) {
      x = new double[2 * to];
    }
    for (int i = from; i < to; i++) {
      x[i] = steps.getDisplayPosition(data.get(DataSet.DIM_X, i));
    }
    graphics.save();
    data.look().apply(graphics);
    double[] raw = data.rawValues();
    int begin = CurvePoints.begin(raw, from, to);
    while (begin < to) {
      int end = CurvePoints.end(raw, begin, to);
      // Thinned before they become pixels: no scale moves the extremes elsewhere.
      envelope.thin(x, raw, begin, end);
      drawPiece(graphics, values, data.look().width() / 2);
      begin = CurvePoints.begin(raw, end, to);
    }
    graphics.restore();
  }

  private void drawPiece(GraphicsContext graphics, Axis values, double halfWidth) {
    double[] y = envelope.y();
    for (int i = 0; i < envelope.size(); i++) {
      y[i] = values.getDisplayPosition(y[i]);
    }
    if (envelope.size() == 1) { // the first of a run, or alone between two breaks
      double at = envelope.x()[0];
      graphics.strokeLine(at - halfWidth, y[0], at + halfWidth, y[0]);
    } else {
      graphics.strokePolyline(envelope.x(), y, envelope.size());
    }
  }
}
