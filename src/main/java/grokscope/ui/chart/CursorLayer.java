package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * What follows the mouse: a line through every plot, the step below it, and the steps selected by a
 * drag. It lies above the charts, so they need not be drawn anew. FX thread only.
 */
final class CursorLayer extends Pane {
  private final List<Line> lines = new ArrayList<>();
  private final List<Rectangle> selected = new ArrayList<>();
  private final Label step = new Label();

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
    }
    step.getStyleClass().add("curve-cursor-step");
    step.setId("curve-cursor-step");
    getChildren().addAll(selected);
    getChildren().addAll(lines);
    getChildren().add(step);
    getChildren().forEach(child -> child.setManaged(false));
    hideCursor();
    hideSelection();
  }

  void hideCursor() {
    lines.forEach(line -> line.setVisible(false));
    step.setVisible(false);
  }

  boolean isCursorShown() {
    return step.isVisible();
  }

  String stepText() {
    return step.getText();
  }

  /** Puts the line at an x, with words below it that stay within the plot's width. */
  void showCursor(Frame frame, double x, String words) {
    double pixel = Math.floor(x) + 0.5;
    for (int plot = 0; plot < frame.plots().size(); plot++) {
      Line line = lines.get(plot);
      Rectangle2D area = frame.plots().get(plot);
      line.setStartX(pixel);
      line.setEndX(pixel);
      line.setStartY(area.getMinY());
      line.setEndY(area.getMaxY());
      line.setVisible(true);
    }
    if (!words.equals(step.getText()) || !step.isVisible()) {
      step.setText(words);
      step.setVisible(true);
      step.applyCss();
      step.resize(Math.ceil(step.prefWidth(-1)), Math.ceil(step.prefHeight(-1)));
    }
    double half = step.getWidth() / 2;
    double left =
        Math.max(frame.left(), Math.min(pixel - half, frame.right() + Frame.RIGHT - 2 * half));
    step.relocate(Math.floor(left), frame.bottom() + 20);
  }

  void hideSelection() {
    selected.forEach(rectangle -> rectangle.setVisible(false));
  }

  /** Shows which steps a drag selects. */
  void showSelection(Frame frame, double from, double to) {
    double left = Math.max(frame.left(), Math.min(from, to));
    double right = Math.min(frame.right(), Math.max(from, to));
    for (int plot = 0; plot < frame.plots().size(); plot++) {
      Rectangle2D area = frame.plots().get(plot);
      Rectangle rectangle = selected.get(plot);
      rectangle.setX(left);
      rectangle.setY(area.getMinY());
      rectangle.setWidth(Math.max(0, right - left));
      rectangle.setHeight(area.getHeight());
      rectangle.setVisible(true);
    }
  }
}
