package grokscope.ui.chart;

import grokscope.ui.chart.plot.CurveLook;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/** A piece of a line in a legend. FX thread only. */
final class Swatch extends Line {
  private static final double LENGTH = 24;
  private static final double SHORT = 16;

  Swatch() {
    super(0, 0, LENGTH, 0);
    setStrokeLineCap(StrokeLineCap.BUTT);
  }

  void setShort(boolean now) {
    setEndX(now ? SHORT : LENGTH);
  }

  /** Makes it a piece of a line that looks like this. */
  void dress(CurveLook look) {
    setStroke(look.color());
    setStrokeWidth(look.width());
    getStrokeDashArray().setAll(look.dashes());
  }
}
