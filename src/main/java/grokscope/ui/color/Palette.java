package grokscope.ui.color;

import grokscope.figure.Hue;
import grokscope.figure.RunColors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * The colours of the curves and marks on one theme; train and test are told apart by every kind of
 * colour vision. Immutable, any thread.
 *
 * @param background what the curves are drawn on
 * @param text words on that background
 * @param train curves measured on the training split
 * @param test curves measured on the held-out split
 * @param norm curves measured on the weights
 * @param restricted curves of what the circuit alone answers
 * @param excluded curves of what is answered without it
 * @param knob lines where a knob was turned
 * @param danger what is wrong
 * @param answers curves of one answer each, in the order of the answers: even steps of lightness,
 *     which every kind of colour vision sees, with hues from red over blue to green
 * @param runs the colours of runs
 */
public record Palette(
    Color background,
    Color text,
    Color train,
    Color test,
    Color norm,
    Color restricted,
    Color excluded,
    Color knob,
    Color danger,
    List<Color> answers,
    RunColors runs) {
  /** For light themes: the blue and vermilion of Okabe and Ito. */
  public static final Palette LIGHT =
      new Palette(
          Color.web("#ffffff"),
          Color.web("#24292f"),
          Color.web("#0072b2"),
          Color.web("#d55e00"),
          Color.web("#6f42c1"),
          Color.web("#00785a"),
          Color.web("#b0467f"),
          Color.web("#57606a"),
          Color.web("#cf222e"),
          colors(
              "#6a000b", "#77004c", "#6e228b", "#4c45b4", "#016baa", "#058292", "#01967c",
              "#4da537"),
          RunColors.LIGHT);

  /** For dark themes: the same two hues, lifted until they are as far from the background. */
  public static final Palette DARK =
      new Palette(
          Color.web("#0d1117"),
          Color.web("#c9d1d9"),
          Color.web("#4aa8e8"),
          Color.web("#f0883e"),
          Color.web("#b392f0"),
          Color.web("#2fc498"),
          Color.web("#ee8fc0"),
          Color.web("#8b949e"),
          Color.web("#f85149"),
          colors(
              "#c23f30", "#cb5092", "#b472e1", "#84a0fe", "#40c7fe", "#12e7de", "#7ffb9e",
              "#f6f860"),
          RunColors.DARK);

  public Palette {
    answers = List.copyOf(answers);
    if (answers.size() != Hue.ANSWERS.size()) {
      throw new IllegalArgumentException("not a colour for each answer: " + answers);
    }
  }

  private static List<Color> colors(String... codes) {
    return Stream.of(codes).map(Color::web).toList();
  }

  /** The colour of a live curve or of a mark. */
  public Color of(Hue hue) {
    return switch (hue) {
      case TRAIN -> train;
      case TEST -> test;
      case NORM -> norm;
      case RESTRICTED -> restricted;
      case EXCLUDED -> excluded;
      case KNOB -> knob;
      default -> answers.get(Hue.ANSWERS.indexOf(hue));
    };
  }

  /**
   * The colour of a run.
   *
   * @param index that of its identity
   */
  public Color run(int index) {
    int rgb = runs.get(index);
    return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** The colours as declarations that the style sheet refers to. */
  public String declarations() {
    StringBuilder css = new StringBuilder();
    declare(css, "-curve-background", background);
    declare(css, "-curve-text", text);
    declare(css, "-curve-grid", background.interpolate(text, 0.13));
    declare(css, "-curve-fine-grid", background.interpolate(text, 0.06));
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
