package grokscope.ui.chart;

import grokscope.figure.LabelStrip;
import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Draws the marks: a band or line through every plot, and a label above the first. FX thread only.
 */
final class MarkLayer extends Canvas {
  private static final double FARTHEST = 180;
  private static final double DOT = 9;

  private List<Mark> marks = List.of();
  private final List<String> labels = new ArrayList<>();
  private final Font font = Font.font(Font.getDefault().getFamily(), 11);
  private final Text ruler = new Text();

  MarkLayer() {
    setMouseTransparent(true);
    ruler.setFont(font);
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
    for (Mark mark : marks) {
      drawMark(graphics, frame, window, mark, palette.of(mark.hue()));
    }
    LabelStrip<Mark> strip = new LabelStrip<>(frame.left(), frame.right() + Frame.RIGHT, FARTHEST);
    for (Mark mark : byImportance()) {
      double position = window.position(mark.interval().by());
      if (position >= 0 && position <= 1) {
        ruler.setText(mark.label());
        double width = Math.ceil(ruler.getLayoutBounds().getWidth()) + DOT;
        strip.offer(mark, frame.x(position), width);
      }
    }
    strip.placed().forEach(label -> drawLabel(graphics, label, palette));
  }

  private List<Mark> byImportance() {
    List<Mark> sorted = new ArrayList<>(marks);
    sorted.sort(Comparator.comparing(Mark::isKnob).thenComparing(mark -> -mark.interval().by()));
    return sorted;
  }

  private static void drawMark(
      GraphicsContext graphics, Frame frame, StepWindow window, Mark mark, Color color) {
    double from = window.position(Math.max(mark.interval().after(), 0));
    double to = window.position(mark.interval().by());
    if (to < 0 || from > 1) {
      return;
    }
    double left = frame.x(Math.max(0, from));
    double right = frame.x(Math.min(1, to));
    boolean knob = mark.isKnob();
    double[] dashes = knob ? new double[] {2, 3} : new double[0];
    for (Rectangle2D plot : frame.plots()) {
      boolean first = plot.equals(frame.plots().get(0));
      double top = plot.getMinY() - (first ? Frame.TOP : 0);
      double height = plot.getMaxY() - top;
      graphics.setFill(color.deriveColor(0, 1, 1, 0.18));
      graphics.fillRect(left, top, right - left, height);
      if (to <= 1) {
        graphics.setStroke(color.deriveColor(0, 1, 1, knob ? 0.9 : 0.75));
        graphics.setLineWidth(1);
        graphics.setLineDashes(dashes);
        double x = Math.floor(right) + 0.5;
        graphics.strokeLine(x, top, x, top + height);
      }
    }
  }

  private void drawLabel(GraphicsContext graphics, LabelStrip.Placed<Mark> label, Palette palette) {
    Mark mark = label.content();
    double left = label.left();
    double middle = Frame.HEADER + Frame.STRIP / 2;
    graphics.setFill(palette.of(mark.hue()));
    graphics.fillRect(Math.floor(left), middle - 3, 6, 6);
    graphics.setFill(palette.text());
    graphics.setFont(font);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(mark.label(), Math.floor(left) + DOT, middle);
    labels.add(mark.label());
  }
}
