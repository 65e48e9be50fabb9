package grokscope.ui.chart.plot;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/** Draws the live curves on the chart's own canvas. FX thread only. */
public final class LiveRenderer extends AbstractRendererXY<LiveRenderer> {
  private final CurvePen pen = new CurvePen();

  @Override
  protected LiveRenderer getThis() {
    return this;
  }

  @Override
  protected void render(GraphicsContext graphics, DataSet data, DataSetNode style) {
    pen.draw(graphics, (CurveData) data, xAxis, yAxis, xMin, xMax);
  }
}
