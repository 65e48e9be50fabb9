package grokscope.figure.print;

import grokscope.figure.Hue;
import grokscope.figure.RunColors;

/**
 * The colours of a figure: those of the window, light or dark, or black on white. All are 0xRRGGBB.
 * Immutable, any thread.
 */
public enum FigureLook {
  LIGHT("light", 0xffffff, 0x24292f, 0x57606a),
  DARK("dark", 0x0d1117, 0xc9d1d9, 0x8b949e),
  PRINT("print", 0xffffff, 0x000000, 0x404040);

  private static final double GRID = 0.16;
  private static final double FINE_GRID = 0.07;

  private final String word;
  private final int ground;
  private final int text;
  private final int muted;

  FigureLook(String word, int ground, int text, int muted) {
    this.word = word;
    this.ground = ground;
    this.text = text;
    this.muted = muted;
  }

  /** Its word in a file. */
  public String word() {
    return word;
  }

  public int ground() {
    return ground;
  }

  public int text() {
    return text;
  }

  /** Of words that matter less. */
  public int muted() {
    return muted;
  }

  int grid() {
    return tint(text, GRID);
  }

  int fineGrid() {
    return tint(text, FINE_GRID);
  }

  /** The colour of a run; −1 is that of none, such as a published one. */
  public int run(int color) {
    if (color < 0) {
      return muted;
    }
    return switch (this) {
      case LIGHT -> RunColors.LIGHT.get(color);
      case DARK -> RunColors.DARK.get(color);
      case PRINT -> RunColors.PRINT.get(color);
    };
  }

  /** The colour of a phase, of a mark, or of a curve that is told by its colour. */
  public int color(Hue hue) {
    return this == DARK ? dark(hue) : light(hue);
  }

  private static int light(Hue hue) {
    return switch (hue) {
      case TRAIN -> 0x0072b2;
      case TEST -> 0xd55e00;
      case NORM -> 0x6f42c1;
      case RESTRICTED -> 0x00785a;
      case EXCLUDED -> 0xb0467f;
      case KNOB -> 0x57606a;
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

  private static int dark(Hue hue) {
    return switch (hue) {
      case TRAIN -> 0x4aa8e8;
      case TEST -> 0xf0883e;
      case NORM -> 0xb392f0;
      case RESTRICTED -> 0x2fc498;
      case EXCLUDED -> 0xee8fc0;
      case KNOB -> 0x8b949e;
      case ANSWER_1 -> 0xc23f30;
      case ANSWER_2 -> 0xcb5092;
      case ANSWER_3 -> 0xb472e1;
      case ANSWER_4 -> 0x84a0fe;
      case ANSWER_5 -> 0x40c7fe;
      case ANSWER_6 -> 0x12e7de;
      case ANSWER_7 -> 0x7ffb9e;
      case ANSWER_8 -> 0xf6f860;
    };
  }

  /**
   * A colour thinned out on the ground.
   *
   * @param share how much of it there is, from 0 for the ground alone to 1
   */
  public int tint(int color, double share) {
    int tint = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int below = ground >> shift & 0xff;
      long part = Math.round(below + share * ((color >> shift & 0xff) - below));
      tint |= (int) part << shift;
    }
    return tint;
  }
}
