package grokscope.ui.chart.plot;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/** Draws the live curves on the chart's own canvas. FX thread only. */
public final class LiveRenderer extends AbstractRendererXY<LiveRenderer> {
  private final CurvePen pen = new CurvePen();
  private boolean shown = true;

  /** Draws the curves, or leaves them out; takes effect when the chart is drawn again. */
  public void setShown(boolean shown) {
    this.shown = shown;
  }

  @Override
  protected LiveRenderer getThis() {
    return this;
  }

  @Override
  protected void render(GraphicsContext graphics, DataSet data, DataSetNode style) {
    if (shown) {
      pen.draw(graphics, style, xAxis, yAxis, xMin, xMax);
    }
  }
}
