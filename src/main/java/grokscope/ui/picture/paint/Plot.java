package grokscope.ui.picture.paint;

import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;

/** A canvas that fills its place and is painted anew when that changes. FX thread only. */
public final class Plot extends Region {
  /** The size of words on a plot. */
  public static final double WORDS = 11;

  private static final double PREFERRED = 320;

  private final Painter painter;
  private final Canvas canvas = new Canvas();
  private double density = 1;

  /** Paints all of a plot. */
  @FunctionalInterface
  interface Painter {
    /**
     * Paints on an empty ground.
     *
     * @param width of the plot, in pixels
     * @param height of the plot, in pixels
     */
    void paint(GraphicsContext pen, double width, double height);
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

  /** Hears where the mouse is; NaN when it has left. */
  void onPointed(BiConsumer<Double, Double> heard) {
    setOnMouseMoved(moved -> heard.accept(moved.getX(), moved.getY()));
    setOnMouseExited(left -> heard.accept(Double.NaN, Double.NaN));
  }

  /** Hears where the mouse was clicked. */
  public void onClicked(BiConsumer<Double, Double> heard) {
    addEventHandler(MouseEvent.MOUSE_CLICKED, click -> heard.accept(click.getX(), click.getY()));
  }

  /** Paints with this many dots to a pixel: 1 on the screen, more for a file. */
  public void density(double dots) {
    density = dots;
    canvas.getTransforms().setAll(new Scale(1 / dots, 1 / dots));
    redraw();
  }

  @Override
  protected void layoutChildren() {
    redraw();
  }

  public void redraw() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (width <= 0 || height <= 0) {
      return;
    }
    if (canvas.getWidth() != width * density || canvas.getHeight() != height * density) {
      canvas.setWidth(width * density);
      canvas.setHeight(height * density);
    }
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.setImageSmoothing(false);
    pen.setFont(Font.font(WORDS));
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    painter.paint(pen, width, height);
  }
}
