package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Tints the phases of a run in every plot and names them at the foot of the last, where weight
 * norms leave room. FX thread only.
 */
final class BandLayer extends Canvas {
  private static final double TINT = 0.09;
  private static final double TINT_ON_DARK = 0.18; // where less could not be told apart
  private static final double HATCH = 0.22;
  private static final double HATCH_GAP = 9;
  private static final double MARGIN = 6;

  private final Font font = Font.font(Font.getDefault().getFamily(), 11);
  private final Text ruler = new Text();
  private List<Band> bands = List.of();

  BandLayer() {
    setMouseTransparent(true);
    ruler.setFont(font);
  }

  /** The bands, from left to right. */
  List<Band> bands() {
    return bands;
  }

  void setBands(List<Band> bands) {
    this.bands = List.copyOf(bands);
  }

  /** Draws all bands anew. */
  void redraw(Frame frame, StepWindow window, Palette palette) {
    GraphicsContext graphics = getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    for (Band band : bands) {
      double from = Math.max(0, window.position(band.from()));
      double to = Math.min(1, window.position(band.to()));
      if (to > from) {
        draw(graphics, frame, band, frame.x(from), frame.x(to), palette);
      }
    }
  }

  private void draw(
      GraphicsContext graphics,
      Frame frame,
      Band band,
      double left,
      double right,
      Palette palette) {
    Color color = palette.of(band.hue());
    double tint = palette.text().getBrightness() > 0.5 ? TINT_ON_DARK : TINT;
    for (Rectangle2D plot : frame.plots()) {
      graphics.setFill(color.deriveColor(0, 1, 1, tint));
      graphics.fillRect(left, plot.getMinY(), right - left, plot.getHeight());
      if (!band.confirmed()) {
        hatch(graphics, left, right, plot, color.deriveColor(0, 1, 1, HATCH));
      }
    }
    ruler.setText(band.name());
    double width = ruler.getLayoutBounds().getWidth();
    if (width + 2 * MARGIN <= right - left) {
      Rectangle2D last = frame.plots().get(frame.plots().size() - 1);
      graphics.setFill(palette.text());
      graphics.setFont(font);
      graphics.setTextBaseline(VPos.BOTTOM);
      graphics.fillText(
          band.name(), Math.floor((left + right - width) / 2), last.getMaxY() - MARGIN / 2);
    }
  }

  /** Lines from lower left to upper right, cut at the plot's edges. */
  private static void hatch(
      GraphicsContext graphics, double left, double right, Rectangle2D plot, Color color) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(left, plot.getMinY(), right - left, plot.getHeight());
    graphics.clip();
    graphics.setStroke(color);
    graphics.setLineWidth(1);
    double height = plot.getHeight();
    double first = Math.floor((left - height) / HATCH_GAP) * HATCH_GAP;
    for (double x = first; x < right; x += HATCH_GAP) {
      graphics.strokeLine(x, plot.getMaxY(), x + height, plot.getMinY());
    }
    graphics.restore();
  }
}
