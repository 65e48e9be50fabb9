package grokscope.ui.chart.plot;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * How a curve is drawn. Immutable, any thread.
 *
 * @param color of the line
 * @param width of the line in pixels
 * @param dashes the lengths of dashes and gaps in turn, in pixels; none for a solid line
 */
public record CurveLook(Color color, double width, List<Double> dashes) {
  /** What nobody has dressed yet. */
  public static final CurveLook PLAIN = new CurveLook(Color.GRAY, 1, List.of());

  /** Copies the list. */
  public CurveLook {
    dashes = List.copyOf(dashes);
  }

  /** Draws lines like this from now on. */
  void apply(GraphicsContext graphics) {
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineDashes(dashes.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
