package grokscope.ui.color;

import javafx.scene.paint.Color;

/**
 * The colours of the pictures on one theme. Immutable, any thread.
 *
 * @param palette those of the curves, which stand for the same things here
 */
public record PictureColors(Palette palette) {
  private static final double MIDDLE = 50;

  boolean dark() {
    return LabColor.of(palette.background()).lightness() < MIDDLE;
  }

  Color background() {
    return palette.background();
  }

  public Color text() {
    return palette.text();
  }

  /** Words that matter less. */
  public Color muted() {
    return palette.background().interpolate(palette.text(), 0.68);
  }

  /** Lines that only guide the eye. */
  public Color line() {
    return palette.background().interpolate(palette.text(), 0.16);
  }

  /** A colour thinned out on the background. */
  public Color pale(Color color, double share) {
    return palette.background().interpolate(color, share);
  }

  /** The colours of signed numbers. */
  public ColorMap signed() {
    return dark() ? ColorMap.SIGNED_DARK : ColorMap.SIGNED_LIGHT;
  }

  /** Black or white, whichever is seen on a colour. */
  public static Color on(Color color) {
    return LabColor.of(color).lightness() > MIDDLE ? Color.BLACK : Color.WHITE;
  }
}
