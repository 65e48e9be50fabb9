package grokscope.ui.color;

import grokscope.figure.Hue;
import grokscope.figure.RunColors;
import grokscope.figure.print.FigureLook;
import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * The colours of the curves and marks on one theme: those of figures in that look. Immutable, any
 * thread.
 *
 * @param look the same on paper and in files
 * @param danger what is wrong
 */
public record Palette(FigureLook look, Color danger) {
  /** For light themes. */
  public static final Palette LIGHT = new Palette(FigureLook.LIGHT, Color.web("#cf222e"));

  /** For dark themes. */
  public static final Palette DARK = new Palette(FigureLook.DARK, Color.web("#f85149"));

  /** What the curves are drawn on. */
  public Color background() {
    return color(look.ground());
  }

  /** Words on that background. */
  public Color text() {
    return color(look.text());
  }

  /** The colour of a phase, of a mark, or of a curve that is told by its colour. */
  public Color of(Hue hue) {
    return color(look.color(hue));
  }

  /**
   * The colour of a run.
   *
   * @param index that of its identity
   */
  public Color run(int index) {
    return color(look.run(index));
  }

  private static Color color(int rgb) {
    return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** The colours as declarations that the style sheet refers to. */
  public String declarations() {
    StringBuilder css = new StringBuilder();
    declare(css, "-curve-background", background());
    declare(css, "-curve-text", text());
    declare(css, "-curve-grid", background().interpolate(text(), 0.13));
    declare(css, "-curve-fine-grid", background().interpolate(text(), 0.06));
    return css.toString();
  }

  /** The colours of chosen runs as declarations, for what stands beside their names. */
  public String runDeclarations() {
    StringBuilder css = new StringBuilder();
    for (int run = 0; run < RunColors.COUNT; run++) {
      declare(css, "-run-colour-" + run, run(run));
    }
    return css.toString();
  }

  private static void declare(StringBuilder css, String name, Color color) {
    css.append(
        String.format(
            Locale.ROOT,
            "%s: #%02x%02x%02x; ",
            name,
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255)));
  }
}
