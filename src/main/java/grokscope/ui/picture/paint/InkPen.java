package grokscope.ui.picture.paint;

import grokscope.figure.ink.Ink;
import grokscope.figure.ink.Ink.Anchor;
import grokscope.figure.ink.Ink.Box;
import grokscope.figure.ink.Ink.Stroke;
import grokscope.figure.ink.Letters;
import grokscope.ui.color.ColorMap;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws on paper. FX thread only, because images are the toolkit's. */
public final class InkPen implements Pen {
  /** Smaller words are not read on paper. */
  private static final double SMALLEST_WORDS = 6;

  /** Thinner lines vanish in print. */
  private static final double HAIRLINE = 0.4;

  /** Of the edge of an ellipse; so many look round. */
  private static final int CORNERS = 48;

  /** From the middle of words to their base line, as a share of their size. */
  private static final double MIDDLE = 0.36;

  private final Ink ink;
  private final double left;
  private final double top;
  private final double unit;
  private Color fill = Color.BLACK;
  private Color stroke = Color.BLACK;
  private double lineWidth = 1;
  private double[] dashes = {};
  private Anchor anchor = Anchor.MIDDLE;
  private double size = Plot.WORDS;

  /**
   * One that begins as every pen does.
   *
   * @param left where the picture begins, in points
   * @param top of the picture, in points
   * @param unit points to a pixel
   */
  public InkPen(Ink ink, double left, double top, double unit) {
    this.ink = ink;
    this.left = left;
    this.top = top;
    this.unit = unit;
  }

  private double x(double pixel) {
    return left + unit * pixel;
  }

  private double y(double pixel) {
    return top + unit * pixel;
  }

  private static int rgb(Color color) {
    return ColorMap.argb(color) & 0xffffff;
  }

  @Override
  public void setFill(Color color) {
    fill = color;
  }

  @Override
  public void setStroke(Color color) {
    stroke = color;
  }

  @Override
  public void setLineWidth(double width) {
    lineWidth = width;
  }

  @Override
  public void setLineDashes(double... lengths) {
    dashes = lengths.clone();
  }

  @Override
  public void setTextAlign(TextAlignment end) {
    anchor =
        switch (end) {
          case LEFT, JUSTIFY -> Anchor.START;
          case CENTER -> Anchor.MIDDLE;
          case RIGHT -> Anchor.END;
        };
  }

  @Override
  public void setTextSize(double pixels) {
    size = pixels;
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    ink.area(x(x), y(y), unit * width, unit * height, rgb(fill), fill.getOpacity());
  }

  @Override
  public void strokeRect(double x, double y, double width, double height) {
    double right = x + width;
    double bottom = y + height;
    strokePolyline(new double[] {x, right, right, x, x}, new double[] {y, y, bottom, bottom, y}, 5);
  }

  @Override
  public void fillOval(double x, double y, double width, double height) {
    ink.oval(x(x), y(y), unit * width, unit * height, rgb(fill), fill.getOpacity());
  }

  @Override
  public void strokeOval(double x, double y, double width, double height) {
    double[] across = new double[CORNERS + 1];
    double[] down = new double[CORNERS + 1];
    for (int i = 0; i <= CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      across[i] = x + width * (1 + Math.cos(angle)) / 2;
      down[i] = y + height * (1 + Math.sin(angle)) / 2;
    }
    strokePolyline(across, down, CORNERS + 1);
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    strokePolyline(new double[] {x1, x2}, new double[] {y1, y2}, 2);
  }

  @Override
  public void strokePolyline(double[] x, double[] y, int points) {
    double[] across = new double[points];
    double[] down = new double[points];
    for (int i = 0; i < points; i++) {
      across[i] = x(x[i]);
      down[i] = y(y[i]);
    }
    List<Double> lengths = new ArrayList<>();
    for (double dash : dashes) {
      lengths.add(unit * dash);
    }
    double width = Math.max(HAIRLINE, unit * lineWidth);
    ink.line(across, down, points, new Stroke(width, rgb(stroke), lengths));
  }

  private Letters letters() {
    return new Letters(Math.max(SMALLEST_WORDS, unit * size), false, rgb(fill));
  }

  @Override
  public void fillText(String words, double x, double y) {
    Letters letters = letters();
    ink.text(words, x(x), y(y) + MIDDLE * letters.size(), letters, anchor);
  }

  @Override
  public void fillText(String words, double x, double y, double widest) {
    fillText(ink.typeface().clipped(words, letters(), unit * widest), x, y);
  }

  @Override
  public void drawImage(Image image, double x, double y, double width, double height) {
    int columns = (int) image.getWidth();
    int rows = (int) image.getHeight();
    int[] pixels = new int[columns * rows];
    image
        .getPixelReader()
        .getPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), pixels, 0, columns);
    ink.image(pixels, columns, new Box(x(x), y(y), unit * width, unit * height));
  }
}
