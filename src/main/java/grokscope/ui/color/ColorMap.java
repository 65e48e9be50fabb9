package grokscope.ui.color;

import java.util.Arrays;
import javafx.scene.paint.Color;

/**
 * Colours for numbers, in 256 even steps: equal differences of a number are equal differences of
 * lightness, which every kind of colour vision sees. Immutable, any thread.
 */
public final class ColorMap {
  private static final int LEVELS = 256;

  /**
   * From dark violet over green to yellow. The hues are those of viridis by S. van der Walt and N.
   * Smith (2015).
   */
  public static final ColorMap SEQUENTIAL =
      even(
          "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58",
          "#b5de2b", "#fde725");

  /** For signed numbers on a light ground: blue, nearly white at zero, red. */
  static final ColorMap SIGNED_LIGHT =
      joined(
          even("#053061", "#2166ac", "#4393c3", "#92c5de", "#f7f7f7"),
          even("#f7f7f7", "#f4a582", "#d6604d", "#b2182b", "#67001f"));

  /** For signed numbers on a dark ground: blue, nearly black at zero, orange. */
  static final ColorMap SIGNED_DARK =
      joined(
          even("#b7e3ff", "#6cb8ee", "#2f7fc0", "#1b4a77", "#161b22"),
          even("#161b22", "#6e3a1c", "#b5602c", "#f0883e", "#ffd9b8"));

  /**
   * For what goes round: a tilted circle in CIE L*a*b*, all of whose steps are alike. Without the
   * difference of red and green, which many people do not see, it is still a circle.
   */
  public static final ColorMap CYCLIC = cyclic();

  private final int[] colors;

  private ColorMap(int[] colors) {
    this.colors = colors;
  }

  /** A map through these colours whose lightness is set to rise or fall evenly. */
  private static ColorMap even(String... anchors) {
    LabColor[] labs =
        Arrays.stream(anchors).map(Color::web).map(LabColor::of).toArray(LabColor[]::new);
    LabColor first = labs[0];
    LabColor last = labs[labs.length - 1];
    int[] colors = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double share = i / (LEVELS - 1.0);
      double at = share * (labs.length - 1);
      int from = Math.min((int) at, labs.length - 2);
      LabColor hue = labs[from].towards(labs[from + 1], at - from);
      double lightness = first.lightness() + share * (last.lightness() - first.lightness());
      colors[i] = new LabColor(lightness, hue.a(), hue.b()).argb();
    }
    return new ColorMap(colors);
  }

  private static ColorMap joined(ColorMap low, ColorMap high) {
    int[] colors = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double at = 2 * i / (LEVELS - 1.0);
      colors[i] = at < 1 ? low.argb(at) : high.argb(at - 1);
    }
    return new ColorMap(colors);
  }

  private static ColorMap cyclic() {
    double middle = 62;
    double lift = 16;
    double red = 36;
    double yellow = Math.hypot(lift, red);
    int[] colors = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double angle = 2 * Math.PI * i / LEVELS;
      LabColor lab =
          new LabColor(
              middle + lift * Math.cos(angle), red * Math.cos(angle), yellow * Math.sin(angle));
      colors[i] = lab.argb();
    }
    return new ColorMap(colors);
  }

  /** The colour of a share from 0 to 1, as 0xAARRGGBB; what lies outside has that of the end. */
  public int argb(double share) {
    int level = (int) Math.round(share * (LEVELS - 1));
    return colors[Math.max(0, Math.min(LEVELS - 1, level))];
  }

  /** The colour of a level from 0 to 255, as 0xAARRGGBB. */
  public int level(int level) {
    return colors[level];
  }

  /** The colour of a share from 0 to 1. */
  public Color color(double share) {
    return color(argb(share));
  }

  /** A colour given as 0xAARRGGBB. */
  public static Color color(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  /** An opaque colour as 0xAARRGGBB. */
  public static int argb(Color color) {
    return 0xff000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
