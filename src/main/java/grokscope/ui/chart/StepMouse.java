package grokscope.ui.chart;

import grokscope.ui.chart.plot.Plot;
import grokscope.ui.chart.plot.StepWindow;
import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Turns the mouse on a board into zooming, panning and pointing. FX thread only.
 *
 * <p>The wheel zooms the steps around the cursor, with Ctrl the values; a click looks at a step; a
 * drag selects steps, one with some height steps and values; a drag with shift or another button
 * pans; a double click shows the whole run.
 */
final class StepMouse {
  /** What the mouse acts on. */
  interface Target {
    /** The steps in view. */
    StepWindow window();

    /** The window has been changed. */
    void windowChanged();

    /** The mouse is at this position in a plot of a board. */
    void pointAt(Board board, int plot, double position);

    /** The mouse is on no plot of a board. */
    void pointNowhere(Board board);

    /** A click on a step. */
    void clickedAt(double step);

    /** The whole run is wanted. */
    void backToLive();
  }

  private static final double ZOOM_PER_PIXEL = 0.004;
  private static final double SHORTEST_DRAG = 4;
  private static final double BOX = 24; // pixels of height from which on a drag selects values too

  private final Board board;
  private final Target target;
  private int plot = -1; // in which the button was pressed
  private double pressedX;
  private double pressedY;
  private double draggedX;
  private double draggedY;
  private boolean selecting;
  private boolean panning;

  StepMouse(Board board, Target target) {
    this.board = board;
    this.target = target;
    board.setOnScroll(this::scrolled);
    board.setOnMouseMoved(event -> point(event.getX(), event.getY()));
    board.setOnMouseExited(event -> target.pointNowhere(board));
    board.setOnMousePressed(this::pressed);
    board.setOnMouseDragged(this::dragged);
    board.setOnMouseReleased(this::released);
    board.setOnMouseClicked(this::clicked);
  }

  private void point(double x, double y) {
    OptionalInt at = board.frame().at(x, y);
    if (at.isEmpty()) {
      target.pointNowhere(board);
    } else {
      target.pointAt(board, at.getAsInt(), plot(at.getAsInt()).position(x));
    }
  }

  private Plot plot(int index) {
    return board.frame().plots().get(index);
  }

  private void scrolled(ScrollEvent event) {
    OptionalInt at = board.frame().at(event.getX(), event.getY());
    if (at.isEmpty()) {
      return; // the pane may scroll
    }
    Plot here = plot(at.getAsInt());
    double factor = Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL);
    if (event.isControlDown()) {
      board.panels().get(at.getAsInt()).zoomValues(factor, inside(here.rise(event.getY())));
    } else {
      if (event.getDeltaY() != 0) {
        target.window().zoom(factor, inside(here.position(event.getX())));
      }
      if (event.getDeltaX() != 0) {
        target.window().pan(event.getDeltaX() / here.width());
      }
    }
    target.windowChanged();
    point(event.getX(), event.getY());
    event.consume();
  }

  private void pressed(MouseEvent event) {
    plot = board.frame().at(event.getX(), event.getY()).orElse(-1);
    if (plot < 0) {
      return;
    }
    pressedX = event.getX();
    pressedY = event.getY();
    draggedX = pressedX;
    draggedY = pressedY;
    panning = event.getButton() != MouseButton.PRIMARY || event.isShiftDown();
    selecting = !panning;
    if (panning) {
      board.setCursor(Cursor.CLOSED_HAND);
    }
  }

  private void dragged(MouseEvent event) {
    if (plot < 0 || plot >= board.frame().plots().size()) {
      return;
    }
    Plot here = plot(plot);
    if (panning) {
      target.window().pan((event.getX() - draggedX) / here.width());
      board.panels().get(plot).panValues((draggedY - event.getY()) / here.height());
      target.windowChanged();
    } else if (selecting) {
      double from = here.position(pressedX);
      double to = here.position(event.getX());
      if (isBox(event)) {
        board
            .cursor()
            .showBox(board.frame(), plot, from, to, here.rise(pressedY), here.rise(event.getY()));
      } else {
        board.cursor().showSelection(board.frame(), from, to);
      }
    }
    target.pointAt(board, plot, inside(here.position(event.getX())));
    draggedX = event.getX();
    draggedY = event.getY();
  }

  private boolean isBox(MouseEvent event) {
    return Math.abs(event.getY() - pressedY) >= BOX;
  }

  private void released(MouseEvent event) {
    if (selecting && plot >= 0 && plot < board.frame().plots().size()) {
      Plot here = plot(plot);
      if (isBox(event)) {
        double low = inside(here.rise(pressedY));
        board.panels().get(plot).selectValues(low, inside(here.rise(event.getY())));
      }
      if (Math.abs(event.getX() - pressedX) >= SHORTEST_DRAG) {
        double from = inside(here.position(pressedX));
        target.window().select(from, inside(here.position(event.getX())));
      }
      target.windowChanged();
      point(event.getX(), event.getY());
    }
    board.cursor().hideSelection();
    selecting = false;
    panning = false;
    board.setCursor(Cursor.DEFAULT);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress() || plot < 0) {
      return;
    }
    if (event.getClickCount() == 2) {
      target.backToLive();
    } else if (plot < board.frame().plots().size()) {
      double position = inside(plot(plot).position(event.getX()));
      target.clickedAt(target.window().stepAt(position));
    }
  }

  private static double inside(double share) {
    return Math.max(0, Math.min(share, 1));
  }
}
