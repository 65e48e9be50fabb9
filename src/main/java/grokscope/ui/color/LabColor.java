package grokscope.ui.color;

import javafx.scene.paint.Color;

/**
 * A colour in CIE 1976 L*a*b* under the white of sRGB (IEC 61966-2-1), where equal distances look
 * about equal. Immutable, any thread.
 *
 * @param lightness from 0, black, to 100, white
 * @param a from green to red
 * @param b from blue to yellow
 */
record LabColor(double lightness, double a, double b) {
  private static final double WHITE_X = 0.95047;
  private static final double WHITE_Z = 1.08883;
  private static final double BEND = 6.0 / 29;

  static LabColor of(Color color) {
    double red = linear(color.getRed());
    double green = linear(color.getGreen());
    double blue = linear(color.getBlue());
    double x = forward((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
    double y = forward(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    double z = forward((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
    return new LabColor(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  /** The colour at a share of the way to another. */
  LabColor towards(LabColor other, double share) {
    return new LabColor(
        lightness + share * (other.lightness - lightness),
        a + share * (other.a - a),
        b + share * (other.b - b));
  }

  /** The nearest colour of the screen, as 0xAARRGGBB. */
  int argb() {
    double middle = (lightness + 16) / 116;
    double x = WHITE_X * backward(middle + a / 500);
    double y = backward(middle);
    double z = WHITE_Z * backward(middle - b / 200);
    int red = level(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
    int green = level(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
    int blue = level(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static int level(double linear) {
    double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
  }

  private static double forward(double value) {
    return value > BEND * BEND * BEND ? Math.cbrt(value) : value / (3 * BEND * BEND) + 4.0 / 29;
  }

  private static double backward(double value) {
    return value > BEND ? value * value * value : 3 * BEND * BEND * (value - 4.0 / 29);
  }
}
