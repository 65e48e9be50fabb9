package grokscope.figure.ink;

import grokscope.text.Markup;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Draws into an SVG document, whose words stay words. The letters that are used are in it, for what
 * reads the drawing and does not have them. One thread.
 */
public final class SvgInk implements Ink {
  private static final int DECIMALS = 2;
  private static final double MM = 25.4 / 72;

  private final Typeface typeface;
  private final String head;
  private final StringBuilder body = new StringBuilder();
  private final Set<Integer> regular = new TreeSet<>();
  private final Set<Integer> bold = new TreeSet<>();
  private int clips;

  /**
   * Begins a document.
   *
   * @param title what it shows, for those who cannot see it
   * @param description the same in a sentence
   * @param program what made it
   */
  public SvgInk(
      Typeface typeface,
      double width,
      double height,
      String title,
      String description,
      String program) {
    this.typeface = typeface;
    this.head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
            + number(width * MM)
            + "mm\" height=\""
            + number(height * MM)
            + "mm\" viewBox=\"0 0 "
            + number(width)
            + ' '
            + number(height)
            + "\" font-family=\""
            + Typeface.FAMILY
            + "\" stroke=\"none\" role=\"img\">\n<title>"
            + Markup.escaped(title)
            + "</title>\n<desc>"
            + Markup.escaped(description)
            + "</desc>\n<metadata>"
            + Markup.escaped(program)
            + "</metadata>\n";
  }

  /** The document, without an XML declaration. */
  public String document() {
    return head + letters() + body + "</svg>\n";
  }

  private String letters() {
    String faces = face(regular, false) + face(bold, true);
    return faces.isEmpty() ? "" : "<style>\n" + faces + "</style>\n";
  }

  private String face(Set<Integer> used, boolean heavy) {
    if (used.isEmpty()) {
      return "";
    }
    try {
      return "@font-face { font-family: '"
          + Typeface.NAME
          + "'; font-weight: "
          + (heavy ? "bold" : "normal")
          + "; src: url(data:font/ttf;base64,"
          + Base64.getEncoder().encodeToString(FontPart.of(typeface.font(heavy), used))
          + ") format('truetype'); }\n";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public Typeface typeface() {
    return typeface;
  }

  @Override
  public void begin(String name) {
    body.append("<g class=\"").append(Markup.escaped(name)).append("\">\n");
  }

  @Override
  public void beginInside(double x, double y, double width, double height) {
    String id = "inside-" + ++clips;
    body.append("<clipPath id=\"").append(id).append("\"><rect");
    box(x, y, width, height);
    body.append("/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
  }

  @Override
  public void end() {
    body.append("</g>\n");
  }

  private void box(double x, double y, double width, double height) {
    attribute("x", number(x));
    attribute("y", number(y));
    attribute("width", number(width));
    attribute("height", number(height));
  }

  private void attribute(String name, String value) {
    body.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private void fill(int color, double opacity) {
    attribute("fill", color(color));
    if (opacity < 1) {
      attribute("fill-opacity", number(opacity));
    }
    body.append("/>\n");
  }

  @Override
  public void area(double x, double y, double width, double height, int color, double opacity) {
    body.append("<rect");
    box(x, y, width, height);
    fill(color, opacity);
  }

  @Override
  public void shape(double[] x, double[] y, int size, int color, double opacity) {
    body.append("<polygon");
    points(x, y, size);
    fill(color, opacity);
  }

  @Override
  public void oval(double x, double y, double width, double height, int color, double opacity) {
    body.append("<ellipse");
    attribute("cx", number(x + width / 2));
    attribute("cy", number(y + height / 2));
    attribute("rx", number(width / 2));
    attribute("ry", number(height / 2));
    fill(color, opacity);
  }

  private void points(double[] x, double[] y, int size) {
    body.append(" points=\"");
    for (int i = 0; i < size; i++) {
      body.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
    }
    body.append('"');
  }

  @Override
  public void line(double[] x, double[] y, int size, Stroke stroke) {
    body.append("<polyline");
    points(x, y, size);
    attribute("fill", "none");
    attribute("stroke", color(stroke.color()));
    attribute("stroke-width", number(stroke.width()));
    if (!stroke.dashes().isEmpty()) {
      attribute(
          "stroke-dasharray",
          stroke.dashes().stream().map(SvgInk::number).collect(Collectors.joining(" ")));
    }
    attribute("stroke-linejoin", "round");
    body.append("/>\n");
  }

  @Override
  public void text(String words, double x, double y, Letters letters, Anchor anchor) {
    if (words.isEmpty()) {
      return;
    }
    words
        .codePoints()
        .filter(letter -> typeface.has(letter, letters.bold()))
        .forEach((letters.bold() ? bold : regular)::add);
    body.append("<text");
    attribute("x", number(x));
    attribute("y", number(y));
    attribute("font-size", number(letters.size()));
    attribute("fill", color(letters.color()));
    if (letters.bold()) {
      attribute("font-weight", "bold");
    }
    if (anchor != Anchor.START) {
      attribute("text-anchor", anchor == Anchor.END ? "end" : "middle");
    }
    body.append('>').append(Markup.escaped(words)).append("</text>\n");
  }

  @Override
  public void image(int[] pixels, int columns, Box box) {
    int rows = pixels.length / columns;
    BufferedImage squares = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    squares.setRGB(0, 0, columns, rows, pixels, 0, columns);
    body.append("<image");
    box(box.x(), box.y(), box.width(), box.height());
    attribute("preserveAspectRatio", "none");
    attribute("style", "image-rendering: pixelated");
    try {
      byte[] bytes = PngFile.bytes(squares, 0, Map.of());
      attribute("href", "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    body.append("/>\n");
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String color(int color) {
    return String.format(Locale.ROOT, "#%06x", color & 0xffffff);
  }
}
