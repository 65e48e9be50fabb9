package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.StepWindow;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Turns the mouse into zooming, panning and pointing. FX thread only.
 *
 * <p>The wheel zooms around the cursor, a click looks at a step, a drag selects steps, a drag with
 * shift or another button pans, a double click shows the whole run.
 */
final class StepMouse {
  /** What the mouse acts on. */
  interface Target {
    /** The present places of things. */
    Frame frame();

    /** The steps in view. */
    StepWindow window();

    /** The window has been changed. */
    void windowChanged();

    /** The mouse is at this x; NaN when it is nowhere. */
    void pointAt(double x);

    /** A click, at this x. */
    void clickedAt(double x);

    /** A drag selects what lies between two x; NaN when it is over. */
    void selecting(double from, double to);

    /** The whole run is wanted. */
    void backToLive();
  }

  private static final double ZOOM_PER_PIXEL = 0.004;
  private static final double SHORTEST_DRAG = 4;

  private final Node node;
  private final Target target;
  private double pressedAt;
  private double draggedTo;
  private boolean selecting;
  private boolean panning;

  StepMouse(Node node, Target target) {
    this.node = node;
    this.target = target;
    node.setOnScroll(this::scrolled);
    node.setOnMouseMoved(event -> target.pointAt(event.getX()));
    node.setOnMouseExited(event -> target.pointAt(Double.NaN));
    node.setOnMousePressed(this::pressed);
    node.setOnMouseDragged(this::dragged);
    node.setOnMouseReleased(this::released);
    node.setOnMouseClicked(this::clicked);
  }

  private void scrolled(ScrollEvent event) {
    Frame frame = target.frame();
    double position = frame.position(event.getX());
    if (position < 0 || position > 1) {
      return;
    }
    if (event.getDeltaY() != 0) {
      target.window().zoom(Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL), position);
    }
    if (event.getDeltaX() != 0) {
      target.window().pan(event.getDeltaX() / frame.width());
    }
    target.windowChanged();
    target.pointAt(event.getX());
    event.consume();
  }

  private void pressed(MouseEvent event) {
    double position = target.frame().position(event.getX());
    if (position < 0 || position > 1) {
      return;
    }
    pressedAt = event.getX();
    draggedTo = pressedAt;
    panning = event.getButton() != MouseButton.PRIMARY || event.isShiftDown();
    selecting = !panning;
    if (panning) {
      node.setCursor(Cursor.CLOSED_HAND);
    }
  }

  private void dragged(MouseEvent event) {
    if (panning) {
      target.window().pan((event.getX() - draggedTo) / target.frame().width());
      target.windowChanged();
      target.pointAt(event.getX());
    } else if (selecting) {
      target.pointAt(event.getX());
      target.selecting(pressedAt, event.getX());
    }
    draggedTo = event.getX();
  }

  private void released(MouseEvent event) {
    if (selecting && Math.abs(event.getX() - pressedAt) >= SHORTEST_DRAG) {
      Frame frame = target.frame();
      target
          .window()
          .select(inside(frame.position(pressedAt)), inside(frame.position(event.getX())));
      target.windowChanged();
      target.pointAt(event.getX());
    }
    target.selecting(Double.NaN, Double.NaN);
    selecting = false;
    panning = false;
    node.setCursor(Cursor.DEFAULT);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    if (event.getClickCount() == 2) {
      target.backToLive();
    } else {
      target.clickedAt(event.getX());
    }
  }

  private static double inside(double position) {
    return Math.max(0, Math.min(position, 1));
  }
}
