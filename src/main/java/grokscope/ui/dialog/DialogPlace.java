package grokscope.ui.dialog;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Where a dialog stands. Stateless; FX thread only. */
final class DialogPlace {
  private DialogPlace() {}

  /** Puts a dialog there, now and whenever its size turns out to be another one. */
  static void keep(Window dialog, Window owner) {
    ChangeListener<Number> resized = (property, before, now) -> place(dialog, owner);
    dialog.widthProperty().addListener(resized);
    dialog.heightProperty().addListener(resized);
    place(dialog, owner);
  }

  private static void place(Window dialog, Window owner) {
    if (Double.isNaN(dialog.getWidth()) || Double.isNaN(dialog.getHeight())) {
      return;
    }
    Rectangle2D over =
        new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
    Rectangle2D screen =
        Screen.getScreensForRectangle(over).stream()
            .findFirst()
            .orElseGet(Screen::getPrimary)
            .getVisualBounds();
    dialog.setX(
        start(
            over.getMinX(),
            over.getWidth(),
            dialog.getWidth(),
            screen.getMinX(),
            screen.getMaxX()));
    dialog.setY(
        start(
            over.getMinY(),
            over.getHeight(),
            dialog.getHeight(),
            screen.getMinY(),
            screen.getMaxY()));
  }

  /**
   * Where a dialog begins along one side: in the middle of its window, unless it would hang over
   * the screen's end; what has no room there begins with the screen.
   *
   * @param from where the window begins
   * @param length of the window
   * @param own length of the dialog
   * @param first where the screen begins
   * @param last where it ends
   */
  static double start(double from, double length, double own, double first, double last) {
    return Math.max(first, Math.min(from + (length - own) / 2, last - own));
  }
}
