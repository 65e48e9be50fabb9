package grokscope.run.export;

import grokscope.figure.Hue;
import grokscope.figure.RunColors;

/** The colours of figures on white paper: those of the light theme. Stateless, any thread. */
final class Paper {
  static final int WHITE = 0xffffff;
  static final int TEXT = 0x24292f;
  static final int MUTED = 0x57606a;
  static final int GRID = 0xdddddd;
  static final int FINE_GRID = 0xf0f0f0;

  private Paper() {}

  /** The colour of a curve or a mark, as 0xRRGGBB. */
  static int color(Hue hue) {
    return switch (hue) {
      case TRAIN -> 0x0072b2;
      case TEST -> 0xd55e00;
      case NORM -> 0x6f42c1;
      case RESTRICTED -> 0x00785a;
      case EXCLUDED -> 0xb0467f;
      case KNOB -> MUTED;
      case ANSWER_1 -> 0x6a000b;
      case ANSWER_2 -> 0x77004c;
      case ANSWER_3 -> 0x6e228b;
      case ANSWER_4 -> 0x4c45b4;
      case ANSWER_5 -> 0x016baa;
      case ANSWER_6 -> 0x058292;
      case ANSWER_7 -> 0x01967c;
      case ANSWER_8 -> 0x4da537;
    };
  }

  /**
   * The colour of a run, as 0xRRGGBB.
   *
   * @param index that of its identity
   */
  static int run(int index) {
    return RunColors.PRINT.get(index);
  }

  /**
   * A pale shade of a colour.
   *
   * @param share how much of it there is, from 0 for white to 1
   */
  static int tint(Hue hue, double share) {
    int color = color(hue);
    int tint = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      long part = Math.round(0xff - share * (0xff - (color >> shift & 0xff)));
      tint |= (int) part << shift;
    }
    return tint;
  }
}
