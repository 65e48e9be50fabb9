package grokscope.run.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws into a picture. One thread. */
final class PixelInk implements Ink {
  private static final float[] DASHES = {2, 3};
  private static final float MITER = 10;

  private final BufferedImage image;
  private final Graphics2D graphics;

  /**
   * A white picture.
   *
   * @param scale pixels of it for a pixel of the drawing
   */
  PixelInk(double width, double height, double scale) {
    image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
  }

  /** The picture; nothing can be drawn any more. */
  BufferedImage image() {
    graphics.dispose();
    return image;
  }

  @Override
  public void begin(String name) {}

  @Override
  public void end() {}

  @Override
  public void area(double x, double y, double width, double height, int color) {
    graphics.setColor(new Color(color));
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void line(double[] x, double[] y, int size, Stroke stroke) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, size);
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < size; i++) {
      path.lineTo(x[i], y[i]);
    }
    graphics.setColor(new Color(stroke.color()));
    graphics.setStroke(
        new BasicStroke(
            (float) stroke.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            MITER,
            stroke.dashed() ? DASHES : null,
            0));
    graphics.draw(path);
  }

  @Override
  public void text(String words, double x, double y, Letters letters, Anchor anchor) {
    if (words.isEmpty()) {
      return;
    }
    Font font =
        new Font(Font.SANS_SERIF, letters.bold() ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont((float) letters.size());
    double width = font.getStringBounds(words, graphics.getFontRenderContext()).getWidth();
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    graphics.setColor(new Color(letters.color()));
    graphics.setFont(font);
    graphics.drawString(words, (float) left, (float) y);
  }
}
