package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.Margins;
import grokscope.ui.chart.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * What follows the mouse: a line through every plot, the step below those that have labels of
 * steps, and what a drag selects. It lies above the charts, so they need not be drawn anew. FX
 * thread only.
 */
final class CursorLayer extends Pane {
  private final List<Line> lines = new ArrayList<>();
  private final List<Rectangle> selected = new ArrayList<>();
  private final List<Label> steps = new ArrayList<>();

  /** A layer for so many plots at most. */
  CursorLayer(int plots) {
    setMouseTransparent(true);
    for (int plot = 0; plot < plots; plot++) {
      Line line = new Line();
      line.getStyleClass().add("curve-cursor");
      lines.add(line);
      Rectangle rectangle = new Rectangle();
      rectangle.getStyleClass().add("curve-selection");
      selected.add(rectangle);
      Label step = new Label();
      step.getStyleClass().add("curve-cursor-step");
      steps.add(step);
    }
    getChildren().addAll(selected);
    getChildren().addAll(lines);
    getChildren().addAll(steps);
    getChildren().forEach(child -> child.setManaged(false));
    hideCursor();
    hideSelection();
  }

  void hideCursor() {
    lines.forEach(line -> line.setVisible(false));
    steps.forEach(step -> step.setVisible(false));
  }

  boolean isCursorShown() {
    return lines.stream().anyMatch(Line::isVisible);
  }

  /** The words below the line; empty while there are none. */
  String stepText() {
    return steps.stream().filter(Label::isVisible).map(Label::getText).findFirst().orElse("");
  }

  /**
   * Puts the line at a position in each plot, with words below it that stay within the view.
   *
   * @param worded the plots that have the words
   */
  void showCursor(Frame frame, double position, String words, IntPredicate worded) {
    hideCursor();
    for (int i = 0; i < frame.plots().size(); i++) {
      Plot plot = frame.plots().get(i);
      double pixel = Math.floor(plot.x(position)) + 0.5;
      Line line = lines.get(i);
      line.setStartX(pixel);
      line.setEndX(pixel);
      line.setStartY(plot.top());
      line.setEndY(plot.bottom());
      line.setVisible(true);
      if (worded.test(i)) {
        showWords(steps.get(i), plot, pixel, words);
      }
    }
  }

  private static void showWords(Label step, Plot plot, double x, String words) {
    step.setText(words);
    step.setVisible(true);
    step.applyCss();
    step.resize(Math.ceil(step.prefWidth(-1)), Math.ceil(step.prefHeight(-1)));
    double most = plot.right() + plot.words().right() - step.getWidth();
    double left = Math.max(plot.left(), Math.min(x - step.getWidth() / 2, most));
    step.relocate(Margins.down(left), plot.bottom() + 4);
  }

  void hideSelection() {
    selected.forEach(rectangle -> rectangle.setVisible(false));
  }

  /** Shows which steps a drag selects: what lies between two positions, in every plot. */
  void showSelection(Frame frame, double from, double to) {
    for (int i = 0; i < frame.plots().size(); i++) {
      Plot plot = frame.plots().get(i);
      show(selected.get(i), plot, from, to, 0, 1);
    }
  }

  /** Shows which steps and values a drag selects in one plot. */
  void showBox(Frame frame, int plot, double from, double to, double low, double high) {
    hideSelection();
    show(selected.get(plot), frame.plots().get(plot), from, to, low, high);
  }

  private static void show(
      Rectangle rectangle, Plot plot, double from, double to, double low, double high) {
    double left = plot.x(inside(Math.min(from, to)));
    double top = plot.bottom() - inside(Math.max(low, high)) * plot.height();
    rectangle.setX(left);
    rectangle.setY(top);
    rectangle.setWidth(plot.x(inside(Math.max(from, to))) - left);
    rectangle.setHeight(plot.bottom() - inside(Math.min(low, high)) * plot.height() - top);
    rectangle.setVisible(true);
  }

  private static double inside(double share) {
    return Math.max(0, Math.min(share, 1));
  }
}
