package grokscope.ui.chart.plot;

import grokscope.ui.control.Visibility;
import io.fair_acc.chartfx.legend.Legend;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The absence of a legend inside a chart, which insists on having one. FX thread only. */
public final class NoLegend implements Legend {
  private final Region nothing = new Region();

  public NoLegend() {
    Visibility.reveal(nothing, false);
  }

  @Override
  public Node getNode() {
    return nothing;
  }

  @Override
  public Side getSide() {
    return Side.BOTTOM;
  }

  @Override
  public void setSide(Side side) {}

  @Override
  public boolean isVertical() {
    return false;
  }

  @Override
  public void setVertical(boolean value) {}

  @Override
  public void updateLegend(List<Renderer> renderers, boolean forceUpdate) {}

  @Override
  public void drawLegend() {}
}
