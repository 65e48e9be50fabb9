package grokscope.ui.picture;

import grokscope.ui.chart.Palette;
import javafx.scene.paint.Color;

/**
 * The colours of the pictures on one theme. Immutable, any thread.
 *
 * @param palette those of the curves, which stand for the same things here
 */
record Shades(Palette palette) {
  private static final double MIDDLE = 50;

  boolean dark() {
    return LabColour.of(palette.background()).lightness() < MIDDLE;
  }

  Color background() {
    return palette.background();
  }

  Color text() {
    return palette.text();
  }

  /** Words that matter less. */
  Color muted() {
    return palette.background().interpolate(palette.text(), 0.68);
  }

  /** Lines that only guide the eye. */
  Color line() {
    return palette.background().interpolate(palette.text(), 0.16);
  }

  /** A colour thinned out on the background. */
  Color pale(Color colour, double share) {
    return palette.background().interpolate(colour, share);
  }

  /** The colours of signed numbers. */
  ColourMap signed() {
    return dark() ? ColourMap.SIGNED_DARK : ColourMap.SIGNED_LIGHT;
  }

  /** Black or white, whichever is seen on a colour. */
  static Color on(Color colour) {
    return LabColour.of(colour).lightness() > MIDDLE ? Color.BLACK : Color.WHITE;
  }
}
