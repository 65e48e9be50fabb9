package grokscope.ui.picture.paint;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A canvas that fills its place and is painted anew when that changes. What is painted counts in
 * pixels at the usual size of words; larger words make everything larger, and leave room for less.
 * The same can be painted on paper. FX thread only.
 */
public final class Plot extends Region {
  /** The size of words on a plot. */
  public static final double WORDS = 11;

  private static final double PREFERRED = 320;

  private final Painter painter;
  private final Canvas canvas = new Canvas();
  private double scale = 1;
  private double across;
  private double down;

  /** Paints all of a plot. */
  @FunctionalInterface
  interface Painter {
    /**
     * Paints on an empty ground.
     *
     * @param width of the plot, in pixels
     * @param height of the plot, in pixels
     */
    void paint(Pen pen, double width, double height);
  }

  Plot(String id, String words, Painter painter) {
    this.painter = painter;
    setId(id);
    setAccessibleText(words);
    setMinSize(0, 0);
    setPrefSize(PREFERRED, PREFERRED);
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  /** How wide what is painted is, in pixels at the usual size of words. */
  public double across() {
    return across;
  }

  /** How high what is painted is, in pixels at the usual size of words. */
  public double down() {
    return down;
  }

  /** Whether it is on the screen, and neither it nor what it stands in is hidden. */
  public boolean isSeen() {
    for (Node node = this; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        return false;
      }
    }
    return across > 0 && down > 0;
  }

  /** Hears where the mouse is; NaN when it has left. */
  void onPointed(BiConsumer<Double, Double> heard) {
    setOnMouseMoved(moved -> heard.accept(moved.getX() / scale, moved.getY() / scale));
    setOnMouseExited(left -> heard.accept(Double.NaN, Double.NaN));
  }

  /** Hears where the mouse was clicked. */
  public void onClicked(BiConsumer<Double, Double> heard) {
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        click -> heard.accept(click.getX() / scale, click.getY() / scale));
  }

  /** Paints with words of this many times their usual size. */
  public void setTextScale(double factor) {
    scale = factor;
    redraw();
  }

  @Override
  protected void layoutChildren() {
    redraw();
  }

  /** Paints what there is now. */
  public void redraw() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    across = Math.floor(width / scale);
    down = Math.floor(height / scale);
    if (across <= 0 || down <= 0) {
      return;
    }
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(scale, 0, 0, scale, 0, 0);
    graphics.clearRect(0, 0, width / scale, height / scale);
    painter.paint(new ScreenPen(graphics), across, down);
  }

  /**
   * Paints the same in another size and with another pen; the screen stays as it is.
   *
   * @param width in pixels at the usual size of words
   * @param height in the same
   */
  public void print(Pen pen, double width, double height) {
    double wide = across;
    double high = down;
    across = Math.floor(width);
    down = Math.floor(height);
    try {
      painter.paint(pen, across, down);
    } finally {
      across = wide;
      down = high;
    }
  }
}
