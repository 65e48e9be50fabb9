package grokscope.ui.chart;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/**
 * Draws curves as plain lines through their points: no markers, no smoothing, every spike in full.
 * FX thread only.
 */
final class CurveRenderer extends AbstractRendererXY<CurveRenderer> {
  private final Envelope envelope = new Envelope();
  private double[] x = new double[1024];
  private double[] y = new double[1024];

  @Override
  protected CurveRenderer getThis() {
    return this;
  }

  @Override
  protected void render(GraphicsContext graphics, DataSet data, DataSetNode style) {
    int size = data.getDataCount();
    if (size == 0) {
      return;
    }
    // One point beyond each edge, so that lines run on to the edges.
    int from = Math.max(0, data.getIndex(DataSet.DIM_X, xMin) - 1);
    int to = Math.min(size, data.getIndex(DataSet.DIM_X, xMax) + 2);
    if (x.length < to - from) {
      x = new double[2 * (to - from)];
      y = new double[2 * (to - from)];
    }
    for (int i = from; i < to; i++) {
      x[i - from] = xAxis.getDisplayPosition(data.get(DataSet.DIM_X, i));
      y[i - from] = yAxis.getDisplayPosition(data.get(DataSet.DIM_Y, i));
    }
    envelope.thin(x, y, 0, to - from);
    graphics.save();
    style.applyLineStrokeStyle(graphics);
    if (envelope.size() == 1) {
      double half = style.getLineWidth() / 2;
      graphics.strokeLine(x[0] - half, y[0], x[0] + half, y[0]); // the first point of a run
    } else {
      graphics.strokePolyline(envelope.x(), envelope.y(), envelope.size());
    }
    graphics.restore();
  }
}
