package grokscope.ui.picture;

import java.util.Arrays;
import javafx.scene.paint.Color;

/**
 * Colours for numbers, in 256 even steps: equal differences of a number are equal differences of
 * lightness, which every kind of colour vision sees. Immutable, any thread.
 */
final class ColourMap {
  private static final int LEVELS = 256;

  /**
   * From dark violet over green to yellow. The hues are those of viridis by S. van der Walt and N.
   * Smith (2015).
   */
  static final ColourMap SEQUENTIAL =
      even(
          "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58",
          "#b5de2b", "#fde725");

  /** For signed numbers on a light ground: blue, nearly white at zero, red. */
  static final ColourMap SIGNED_LIGHT =
      joined(
          even("#053061", "#2166ac", "#4393c3", "#92c5de", "#f7f7f7"),
          even("#f7f7f7", "#f4a582", "#d6604d", "#b2182b", "#67001f"));

  /** For signed numbers on a dark ground: blue, nearly black at zero, orange. */
  static final ColourMap SIGNED_DARK =
      joined(
          even("#b7e3ff", "#6cb8ee", "#2f7fc0", "#1b4a77", "#161b22"),
          even("#161b22", "#6e3a1c", "#b5602c", "#f0883e", "#ffd9b8"));

  /**
   * For what goes round: a tilted circle in CIE L*a*b*, all of whose steps are alike. Without the
   * difference of red and green, which many people do not see, it is still a circle.
   */
  static final ColourMap CYCLIC = cyclic();

  private final int[] colours;

  private ColourMap(int[] colours) {
    this.colours = colours;
  }

  /** A map through these colours whose lightness is set to rise or fall evenly. */
  private static ColourMap even(String... anchors) {
    LabColour[] labs =
        Arrays.stream(anchors).map(Color::web).map(LabColour::of).toArray(LabColour[]::new);
    LabColour first = labs[0];
    LabColour last = labs[labs.length - 1];
    int[] colours = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double share = i / (LEVELS - 1.0);
      double at = share * (labs.length - 1);
      int from = Math.min((int) at, labs.length - 2);
      LabColour hue = labs[from].towards(labs[from + 1], at - from);
      double lightness = first.lightness() + share * (last.lightness() - first.lightness());
      colours[i] = new LabColour(lightness, hue.a(), hue.b()).argb();
    }
    return new ColourMap(colours);
  }

  private static ColourMap joined(ColourMap low, ColourMap high) {
    int[] colours = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double at = 2 * i / (LEVELS - 1.0);
      colours[i] = at < 1 ? low.argb(at) : high.argb(at - 1);
    }
    return new ColourMap(colours);
  }

  private static ColourMap cyclic() {
    double middle = 62;
    double lift = 16;
    double red = 36;
    double yellow = Math.hypot(lift, red);
    int[] colours = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double angle = 2 * Math.PI * i / LEVELS;
      LabColour lab =
          new LabColour(
              middle + lift * Math.cos(angle), red * Math.cos(angle), yellow * Math.sin(angle));
      colours[i] = lab.argb();
    }
    return new ColourMap(colours);
  }

  /** The colour of a share from 0 to 1, as 0xAARRGGBB; what lies outside has that of the end. */
  int argb(double share) {
    int level = (int) Math.round(share * (LEVELS - 1));
    return colours[Math.max(0, Math.min(LEVELS - 1, level))];
  }

  /** The colour of a level from 0 to 255, as 0xAARRGGBB. */
  int level(int level) {
    return colours[level];
  }

  /** The colour of a share from 0 to 1. */
  Color colour(double share) {
    return colour(argb(share));
  }

  /** A colour given as 0xAARRGGBB. */
  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  /** An opaque colour as 0xAARRGGBB. */
  static int argb(Color colour) {
    return 0xff000000
        | (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }
}
