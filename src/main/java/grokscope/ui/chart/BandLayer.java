package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.Margins;
import grokscope.ui.chart.plot.Plot;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Tints the phases of a run in every plot, below the curves, and names them in large words where
 * they fit, upwards in a narrow one. FX thread only.
 */
final class BandLayer extends Canvas {
  private static final double TINT = 0.1;
  private static final double TINT_ON_DARK = 0.2; // where less could not be told apart
  private static final double HATCH = 0.22;
  private static final double HATCH_GAP = 9;
  private static final double MARGIN = 6;
  private static final double[] SIZES = {20, 17, 15}; // the largest that fits into the band
  private static final double HEIGHT = 0.72; // of the words, as share of the plot from above
  private static final double WORDS = 0.72; // how much of the colour of text they have

  private final boolean named;
  private final Text ruler = new Text();
  private final List<String> names = new ArrayList<>();
  private List<Band> bands = List.of();
  private double scale = 1;

  /** A layer that names the bands in its plots, or does not. */
  BandLayer(boolean named) {
    this.named = named;
    setManaged(false);
    setMouseTransparent(true);
  }

  /** The bands, from left to right. */
  List<Band> bands() {
    return bands;
  }

  /** The names that had room when the bands were last drawn. */
  List<String> names() {
    return List.copyOf(names);
  }

  void setBands(List<Band> bands) {
    this.bands = List.copyOf(bands);
  }

  void setTextScale(double now) {
    scale = now;
  }

  /** Draws all bands anew. */
  void redraw(Frame frame, StepWindow window, Palette palette) {
    GraphicsContext graphics = getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    names.clear();
    for (Band band : bands) {
      double from = Math.max(0, window.position(band.from()));
      double to = Math.min(1, window.position(band.to()));
      if (to > from) {
        for (Plot plot : frame.plots()) {
          draw(graphics, plot, band, plot.x(from), plot.x(to), palette);
        }
      }
    }
  }

  private void draw(
      GraphicsContext graphics, Plot plot, Band band, double left, double right, Palette palette) {
    Color color = palette.of(band.hue());
    double tint = palette.text().getBrightness() > 0.5 ? TINT_ON_DARK : TINT;
    graphics.setFill(color.deriveColor(0, 1, 1, tint));
    graphics.fillRect(left, plot.top(), right - left, plot.height());
    if (!band.confirmed()) {
      hatch(graphics, left, right, plot, color.deriveColor(0, 1, 1, HATCH));
    }
    if (named) {
      name(graphics, plot, band, left, right, palette);
    }
  }

  /** Writes the name as large as it fits: in one line, or else in two, or else upwards. */
  private void name(
      GraphicsContext graphics, Plot plot, Band band, double left, double right, Palette palette) {
    double room = right - left - 2 * MARGIN;
    String twoLines = band.name().replace(' ', '\n');
    String words = band.name();
    Font font = fitting(words, room, Double.MAX_VALUE);
    if (font == null) {
      words = twoLines;
      font = fitting(words, room, Double.MAX_VALUE);
    }
    boolean upwards = font == null;
    if (upwards) {
      words = band.name();
      font = fitting(words, plot.height() - 2 * MARGIN, right - left);
    }
    if (font == null) {
      return;
    }
    graphics.save();
    graphics.setFill(palette.background().interpolate(palette.text(), WORDS));
    graphics.setFont(font);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(upwards ? VPos.CENTER : VPos.BASELINE);
    graphics.translate(
        Math.rint((left + right) / 2),
        upwards
            ? Math.rint(plot.top() + plot.height() / 2)
            : Margins.down(plot.top() + HEIGHT * plot.height()));
    graphics.rotate(upwards ? -90 : 0);
    graphics.fillText(words, 0, 0);
    graphics.restore();
    names.add(band.name());
  }

  /** The largest font in which words are no wider and no higher; null if there is none. */
  private @Nullable Font fitting(String words, double width, double height) {
    for (double size : SIZES) {
      ruler.setText(words);
      ruler.setFont(
          Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, Math.rint(size * scale)));
      Bounds bounds = ruler.getLayoutBounds();
      if (bounds.getWidth() <= width && bounds.getHeight() <= height) {
        return ruler.getFont();
      }
    }
    return null;
  }

  /** Lines from lower left to upper right, cut at the plot's edges. */
  private static void hatch(
      GraphicsContext graphics, double left, double right, Plot plot, Color color) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(left, plot.top(), right - left, plot.height());
    graphics.clip();
    graphics.setStroke(color);
    graphics.setLineWidth(1);
    double first = Math.floor((left - plot.height()) / HATCH_GAP) * HATCH_GAP;
    for (double x = first; x < right; x += HATCH_GAP) {
      graphics.strokeLine(x, plot.bottom(), x + plot.height(), plot.top());
    }
    graphics.restore();
  }
}
