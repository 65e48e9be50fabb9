package grokscope.figure.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Draws into a picture. One thread. */
public final class PixelInk implements Ink {
  private static final float MITER = 10;

  private final Typeface typeface;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Deque<Clip> parts = new ArrayDeque<>();

  /** What was seen before a part began. */
  private record Clip(Shape seen) {}

  /**
   * An empty picture.
   *
   * @param dots of it to a point
   */
  public PixelInk(Typeface typeface, double width, double height, double dots) {
    this.typeface = typeface;
    image =
        new BufferedImage(
            (int) Math.round(width * dots),
            (int) Math.ceil(height * dots - 1e-9),
            BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    // So that a ground as large as the figure covers the last dots too.
    graphics.scale(image.getWidth() / width, image.getHeight() / height);
    graphics.clip(new Rectangle2D.Double(0, 0, width, height));
  }

  /** The picture; nothing can be drawn any more. */
  public BufferedImage image() {
    graphics.dispose();
    return image;
  }

  @Override
  public Typeface typeface() {
    return typeface;
  }

  @Override
  public void begin(String name) {
    parts.push(new Clip(graphics.getClip()));
  }

  @Override
  public void beginInside(double x, double y, double width, double height) {
    parts.push(new Clip(graphics.getClip()));
    graphics.clip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void end() {
    graphics.setClip(parts.pop().seen());
  }

  private static Color color(int color, double opacity) {
    return new Color(
        color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff, (int) Math.round(255 * opacity));
  }

  private void fill(Shape shape, int color, double opacity) {
    graphics.setColor(color(color, opacity));
    graphics.fill(shape);
  }

  @Override
  public void area(double x, double y, double width, double height, int color, double opacity) {
    fill(new Rectangle2D.Double(x, y, width, height), color, opacity);
  }

  @Override
  public void shape(double[] x, double[] y, int size, int color, double opacity) {
    Path2D path = path(x, y, size);
    path.closePath();
    fill(path, color, opacity);
  }

  @Override
  public void oval(double x, double y, double width, double height, int color, double opacity) {
    fill(new Ellipse2D.Double(x, y, width, height), color, opacity);
  }

  private static Path2D path(double[] x, double[] y, int size) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, size);
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < size; i++) {
      path.lineTo(x[i], y[i]);
    }
    return path;
  }

  @Override
  public void line(double[] x, double[] y, int size, Stroke stroke) {
    float[] dashes = new float[stroke.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = stroke.dashes().get(i).floatValue();
    }
    graphics.setColor(color(stroke.color(), 1));
    graphics.setStroke(
        new BasicStroke(
            (float) stroke.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            MITER,
            dashes.length == 0 ? null : dashes,
            0));
    graphics.draw(path(x, y, size));
  }

  /** Letters as their outlines: no font system of a machine has a say. */
  @Override
  public void text(String words, double x, double y, Letters letters, Anchor anchor) {
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - typeface.width(words, letters) / 2;
          case END -> x - typeface.width(words, letters);
        };
    fill(typeface.outline(words, left, y, letters), letters.color(), 1);
  }

  @Override
  public void image(int[] pixels, int columns, Box box) {
    int rows = pixels.length / columns;
    BufferedImage squares = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    squares.setRGB(0, 0, columns, rows, pixels, 0, columns);
    Graphics2D at = (Graphics2D) graphics.create();
    at.translate(box.x(), box.y());
    at.scale(box.width() / columns, box.height() / rows);
    at.drawImage(squares, 0, 0, null);
    at.dispose();
  }
}
