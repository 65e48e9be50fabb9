package grokscope.ui;

import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The size of a window on its screen: as it was left, unless that does not fit the screens of this
 * start. FX thread only.
 */
final class WindowFrame {
  /** The least that the window can be, with its frame; its content scrolls below that. */
  static final Dimension2D LEAST = new Dimension2D(1024, 700);

  private static final double SHARE = 0.75; // of a large screen
  private static final double DENSE = 1700; // logical pixels of height
  private static final double DENSE_TEXT = 1.5;

  private final Stage stage;
  private final WindowMemory memory;
  private boolean filling;

  WindowFrame(Stage stage, WindowMemory memory) {
    this.stage = stage;
    this.memory = memory;
  }

  /** Sets the size in which it is to be shown. */
  void prepare() {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    if (memory.first()) {
      memory.size().set(first(screen));
      memory.textScale().set(firstText(screen));
    }
    Dimension2D size = memory.size().get();
    stage.setMinWidth(Math.min(LEAST.getWidth(), screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST.getHeight(), screen.getHeight()));
    boolean fits = fits(size, List.of(screen));
    Dimension2D shown = fits ? size : WindowSettings.usualSize();
    stage.setWidth(Math.min(shown.getWidth(), screen.getWidth()));
    stage.setHeight(Math.min(shown.getHeight(), screen.getHeight()));
    filling = memory.maximized().get() || !fits;
    if (filling) { // not every window manager hears that a window is to be maximized at its start
      stage.setX(screen.getMinX());
      stage.setY(screen.getMinY());
      stage.setWidth(screen.getWidth());
      stage.setHeight(screen.getHeight());
    }
  }

  /** The size of a first window: the usual one, or more where the screen has much more. */
  static Dimension2D first(Rectangle2D screen) {
    Dimension2D usual = WindowSettings.usualSize();
    return new Dimension2D(
        Math.max(usual.getWidth(), SHARE * screen.getWidth()),
        Math.max(usual.getHeight(), SHARE * screen.getHeight()));
  }

  /** The size of text in it: larger where the system has no scale for a screen of many pixels. */
  static double firstText(Rectangle2D screen) {
    return screen.getHeight() >= DENSE ? DENSE_TEXT : 1;
  }

  /** Whether a window of a size has room on one of the screens, its frame included. */
  static boolean fits(Dimension2D size, List<Rectangle2D> screens) {
    // One as large as the screen would hang over its edges once it has its frame.
    return screens.stream()
        .anyMatch(
            screen -> size.getWidth() < screen.getWidth() && size.getHeight() < screen.getHeight());
  }

  /** Shows it; some window managers open a window in its smallest size. */
  void show() {
    double width = stage.getWidth();
    double height = stage.getHeight();
    stage.setMaximized(filling);
    stage.show();
    if (!stage.isMaximized()) {
      stage.setWidth(width);
      stage.setHeight(height);
    }
  }

  /** Takes down its size; of one that fills the screen, the size that it has otherwise stays. */
  void remember() {
    memory.maximized().set(stage.isMaximized());
    if (!stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
      memory.size().set(new Dimension2D(stage.getWidth(), stage.getHeight()));
    }
  }
}
