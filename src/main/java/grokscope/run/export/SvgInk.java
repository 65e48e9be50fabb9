package grokscope.run.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Draws into an SVG document, whose words stay words. One thread. */
final class SvgInk implements Ink {
  private static final int DECIMALS = 2;

  private final StringBuilder text = new StringBuilder();

  /**
   * Begins a document.
   *
   * @param title what it shows, for those who cannot see it
   * @param description the same in a sentence
   * @param program what made it
   */
  SvgInk(double width, double height, String title, String description, String program) {
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" viewBox=\"0 0 ")
        .append(number(width))
        .append(' ')
        .append(number(height))
        .append("\" font-family=\"sans-serif\" stroke=\"none\" role=\"img\">\n<title>")
        .append(Markup.escaped(title))
        .append("</title>\n<desc>")
        .append(Markup.escaped(description))
        .append("</desc>\n<metadata>")
        .append(Markup.escaped(program))
        .append("</metadata>\n");
  }

  /** The document, without an XML declaration. */
  String document() {
    return text + "</svg>\n";
  }

  @Override
  public void begin(String name) {
    text.append("<g class=\"").append(Markup.escaped(name)).append("\">\n");
  }

  @Override
  public void end() {
    text.append("</g>\n");
  }

  @Override
  public void area(double x, double y, double width, double height, int color) {
    text.append("<rect x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" fill=\"")
        .append(color(color))
        .append("\"/>\n");
  }

  @Override
  public void line(double[] x, double[] y, int size, Stroke stroke) {
    text.append("<polyline points=\"");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
    }
    text.append("\" fill=\"none\" stroke=\"")
        .append(color(stroke.color()))
        .append("\" stroke-width=\"")
        .append(number(stroke.width()));
    if (stroke.dashed()) {
      text.append("\" stroke-dasharray=\"2 3");
    }
    text.append("\" stroke-linejoin=\"round\"/>\n");
  }

  @Override
  public void text(String words, double x, double y, Letters letters, Anchor anchor) {
    text.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" font-size=\"")
        .append(number(letters.size()))
        .append("\" fill=\"")
        .append(color(letters.color()));
    if (letters.bold()) {
      text.append("\" font-weight=\"bold");
    }
    if (anchor != Anchor.START) {
      text.append("\" text-anchor=\"").append(anchor == Anchor.END ? "end" : "middle");
    }
    text.append("\">").append(Markup.escaped(words)).append("</text>\n");
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String color(int color) {
    return String.format(Locale.ROOT, "#%06x", color);
  }
}
