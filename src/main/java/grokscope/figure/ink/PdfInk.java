package grokscope.figure.ink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/**
 * Draws a PDF of one page as large as the figure. Its words can be searched and copied, and the
 * letters that are used are in it. It holds no date and no chance, so the same figure is the same
 * bytes. One thread; to be closed.
 */
public final class PdfInk implements Ink, AutoCloseable {
  /** What a circle's four curves lean out, as a share of its radius. */
  private static final double ROUND = 0.5522847498;

  /** Some programs smooth what they enlarge; of so many dots to a square little can be smoothed. */
  private static final int DOTS = 600;

  private static final long ALWAYS_THE_SAME = 16;

  private final Typeface typeface;
  private final double height;
  private final PDDocument document = new PDDocument();
  private final PDType0Font regular;
  private final PDType0Font bold;
  private final PDPageContentStream content;

  /**
   * Begins a document.
   *
   * @param title what it shows
   * @param description the same in a sentence
   * @param program what made it
   */
  public PdfInk(
      Typeface typeface,
      double width,
      double height,
      String title,
      String description,
      String program) {
    this.typeface = typeface;
    this.height = height;
    try {
      document.setDocumentId(ALWAYS_THE_SAME);
      document.getDocumentInformation().setTitle(title);
      document.getDocumentInformation().setSubject(description);
      document.getDocumentInformation().setCreator(program);
      PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
      document.addPage(page);
      regular = PDType0Font.load(document, typeface.font(false), true);
      bold = PDType0Font.load(document, typeface.font(true), true);
      content = new PDPageContentStream(document, page);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** The document; nothing can be drawn any more. */
  public byte[] bytes() {
    try {
      content.close();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** A step of drawing, into memory. */
  private interface Drawing {
    void draw() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.draw();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private float up(double y) {
    return (float) (height - y);
  }

  @Override
  public Typeface typeface() {
    return typeface;
  }

  @Override
  public void begin(String name) {
    draw(content::saveGraphicsState);
  }

  @Override
  public void beginInside(double x, double y, double width, double tall) {
    draw(
        () -> {
          content.saveGraphicsState();
          content.addRect((float) x, up(y + tall), (float) width, (float) tall);
          content.clip();
        });
  }

  @Override
  public void end() {
    draw(content::restoreGraphicsState);
  }

  /** Fills what a path encloses. */
  private void fill(int color, double opacity, Drawing path) {
    draw(
        () -> {
          content.saveGraphicsState();
          if (opacity < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            content.setGraphicsStateParameters(state);
          }
          content.setNonStrokingColor(part(color, 16), part(color, 8), part(color, 0));
          path.draw();
          content.fill();
          content.restoreGraphicsState();
        });
  }

  private static float part(int color, int shift) {
    return (color >> shift & 0xff) / 255f;
  }

  @Override
  public void area(double x, double y, double width, double tall, int color, double opacity) {
    fill(
        color,
        opacity,
        () -> content.addRect((float) x, up(y + tall), (float) width, (float) tall));
  }

  @Override
  public void shape(double[] x, double[] y, int size, int color, double opacity) {
    fill(
        color,
        opacity,
        () -> {
          path(x, y, size);
          content.closePath();
        });
  }

  private void path(double[] x, double[] y, int size) throws IOException {
    content.moveTo((float) x[0], up(y[0]));
    for (int i = 1; i < size; i++) {
      content.lineTo((float) x[i], up(y[i]));
    }
  }

  @Override
  public void oval(double x, double y, double width, double tall, int color, double opacity) {
    double a = width / 2;
    double b = tall / 2;
    double mx = x + a;
    double my = y + b;
    fill(
        color,
        opacity,
        () -> {
          content.moveTo((float) (mx + a), up(my));
          curve(mx + a, my + ROUND * b, mx + ROUND * a, my + b, mx, my + b);
          curve(mx - ROUND * a, my + b, mx - a, my + ROUND * b, mx - a, my);
          curve(mx - a, my - ROUND * b, mx - ROUND * a, my - b, mx, my - b);
          curve(mx + ROUND * a, my - b, mx + a, my - ROUND * b, mx + a, my);
          content.closePath();
        });
  }

  private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
      throws IOException {
    content.curveTo((float) x1, up(y1), (float) x2, up(y2), (float) x3, up(y3));
  }

  @Override
  public void line(double[] x, double[] y, int size, Stroke stroke) {
    draw(
        () -> {
          float[] dashes = new float[stroke.dashes().size()];
          for (int i = 0; i < dashes.length; i++) {
            dashes[i] = stroke.dashes().get(i).floatValue();
          }
          int color = stroke.color();
          content.saveGraphicsState();
          content.setStrokingColor(part(color, 16), part(color, 8), part(color, 0));
          content.setLineWidth((float) stroke.width());
          content.setLineJoinStyle(1); // round
          content.setLineDashPattern(dashes, 0);
          path(x, y, size);
          content.stroke();
          content.restoreGraphicsState();
        });
  }

  @Override
  public void text(String words, double x, double y, Letters letters, Anchor anchor) {
    String known = typeface.known(words, letters.bold());
    if (known.isEmpty()) {
      return;
    }
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - typeface.width(words, letters) / 2;
          case END -> x - typeface.width(words, letters);
        };
    draw(
        () -> {
          int color = letters.color();
          content.beginText();
          content.setFont(letters.bold() ? bold : regular, (float) letters.size());
          content.setNonStrokingColor(part(color, 16), part(color, 8), part(color, 0));
          content.newLineAtOffset((float) left, up(y));
          content.showText(known);
          content.endText();
        });
  }

  @Override
  public void image(int[] pixels, int columns, Box box) {
    int rows = pixels.length / columns;
    int dots = Math.max(1, DOTS / Math.max(columns, rows));
    BufferedImage squares =
        new BufferedImage(columns * dots, rows * dots, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        squares.setRGB(x, y, pixels[y / dots * columns + x / dots]);
      }
    }
    draw(
        () ->
            content.drawImage(
                LosslessFactory.createFromImage(document, squares),
                (float) box.x(),
                up(box.y() + box.height()),
                (float) box.width(),
                (float) box.height()));
  }
}
