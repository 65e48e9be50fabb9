package grokscope.ui.chart;

import grokscope.figure.LabelStrip;
import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.Plot;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Draws the marks: a band or line through every plot, and a label above each plot with room for
 * labels. FX thread only.
 */
final class MarkLayer extends Canvas {
  private static final double FARTHEST = 180;
  private static final double DOT = 9;
  private static final double SIZE = 12;

  private List<Mark> marks = List.of();
  private final List<String> labels = new ArrayList<>();
  private final Text ruler = new Text();

  MarkLayer() {
    setManaged(false);
    setMouseTransparent(true);
    setTextScale(1);
  }

  void setTextScale(double now) {
    ruler.setFont(Font.font(Font.getDefault().getFamily(), Math.rint(SIZE * now)));
  }

  /** The marks that are drawn from the next time on. */
  void setMarks(List<Mark> shown) {
    marks = List.copyOf(shown);
  }

  List<Mark> marks() {
    return marks;
  }

  /** The labels that had room when the marks were last drawn. */
  List<String> labels() {
    return List.copyOf(labels);
  }

  /** Draws all marks anew. */
  void redraw(Frame frame, StepWindow window, Palette palette) {
    GraphicsContext graphics = getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    labels.clear();
    for (Plot plot : frame.plots()) {
      for (Mark mark : marks) {
        drawMark(graphics, plot, window, mark, palette.of(mark.hue()));
      }
      if (plot.words().strip() > 0) {
        drawLabels(graphics, plot, window, palette);
      }
    }
  }

  private void drawLabels(GraphicsContext graphics, Plot plot, StepWindow window, Palette palette) {
    LabelStrip<Mark> strip =
        new LabelStrip<>(plot.left(), plot.right() + plot.words().right(), FARTHEST);
    for (Mark mark : byImportance()) {
      double position = window.position(mark.interval().by());
      if (position >= 0 && position <= 1) {
        ruler.setText(mark.label());
        double width = Math.ceil(ruler.getLayoutBounds().getWidth()) + DOT;
        strip.offer(mark, plot.x(position), width);
      }
    }
    double middle = plot.top() - plot.words().top() - plot.words().strip() / 2;
    strip.placed().forEach(label -> drawLabel(graphics, label, middle, palette));
  }

  private List<Mark> byImportance() {
    List<Mark> sorted = new ArrayList<>(marks);
    sorted.sort(Comparator.comparing(Mark::isKnob).thenComparing(mark -> -mark.interval().by()));
    return sorted;
  }

  private static void drawMark(
      GraphicsContext graphics, Plot plot, StepWindow window, Mark mark, Color color) {
    double from = window.position(Math.max(mark.interval().after(), 0));
    double to = window.position(mark.interval().by());
    if (to < 0 || from > 1) {
      return;
    }
    double left = plot.x(Math.max(0, from));
    double right = plot.x(Math.min(1, to));
    boolean knob = mark.isKnob();
    double top = plot.top() - (plot.words().strip() > 0 ? plot.words().top() : 0);
    double height = plot.bottom() - top;
    graphics.setFill(color.deriveColor(0, 1, 1, 0.18));
    graphics.fillRect(left, top, right - left, height);
    if (to <= 1) {
      graphics.setStroke(color.deriveColor(0, 1, 1, knob ? 0.9 : 0.75));
      graphics.setLineWidth(1);
      graphics.setLineDashes(knob ? new double[] {2, 3} : new double[0]);
      double x = Math.floor(right) + 0.5;
      graphics.strokeLine(x, top, x, top + height);
    }
  }

  private void drawLabel(
      GraphicsContext graphics, LabelStrip.Placed<Mark> label, double middle, Palette palette) {
    Mark mark = label.content();
    double left = label.left();
    graphics.setFill(palette.of(mark.hue()));
    graphics.fillRect(Math.floor(left), middle - 3, 6, 6);
    graphics.setFill(palette.text());
    graphics.setFont(ruler.getFont());
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(mark.label(), Math.floor(left) + DOT, middle);
    labels.add(mark.label());
  }
}
