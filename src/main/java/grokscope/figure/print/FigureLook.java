package grokscope.figure.print;

import grokscope.figure.Hue;
import grokscope.figure.RunColors;

/**
 * The colours of a figure: those of the window, light or dark, or black on white. All are 0xRRGGBB.
 * Immutable, any thread.
 */
public enum FigureLook {
  LIGHT("light", RunColors.LIGHT, 0x24292f, 0x57606a),
  DARK("dark", RunColors.DARK, 0xc9d1d9, 0x8b949e),
  PRINT("print", RunColors.PRINT, 0x000000, 0x404040);

  private static final double GRID = 0.16;
  private static final double FINE_GRID = 0.07;

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // whose colours never change
  private final RunColors runs;

  private final int text;
  private final int muted;

  FigureLook(String word, RunColors runs, int text, int muted) {
    this.word = word;
    this.runs = runs;
    this.text = text;
    this.muted = muted;
  }

  /** Its word in a file. */
  public String word() {
    return word;
  }

  public int ground() {
    return runs.ground();
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
    return color < 0 ? muted : runs.get(color);
  }

  /** The colour of a phase, of a mark, or of a curve that is told by its colour. */
  public int color(Hue hue) {
    return this == DARK ? hue.dark() : hue.light();
  }

  /**
   * A colour thinned out on the ground.
   *
   * @param share how much of it there is, from 0 for the ground alone to 1
   */
  public int tint(int color, double share) {
    int tint = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int below = ground() >> shift & 0xff;
      long part = Math.round(below + share * ((color >> shift & 0xff) - below));
      tint |= (int) part << shift;
    }
    return tint;
  }
}
