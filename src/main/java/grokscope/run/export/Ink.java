package grokscope.run.export;

/**
 * What a figure is drawn with, in pixels from the upper left corner. Colours are 0xRRGGBB and cover
 * what is below them: not every program that reads drawings knows others. One thread.
 */
interface Ink {
  /** Which end of a text is at its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * How a text looks.
   *
   * @param size in pixels
   * @param bold whether it is
   * @param color of its letters
   */
  record Letters(double size, boolean bold, int color) {
    /** About how wide a text is; what reads the drawing has a font of its own. */
    double width(String words) {
      return words.length() * size * (bold ? 0.6 : 0.55);
    }
  }

  /**
   * How a line looks.
   *
   * @param width in pixels
   * @param color of it
   * @param dashed whether it has gaps
   */
  record Stroke(double width, int color, boolean dashed) {}

  /** Begins a part of the drawing that belongs together. */
  void begin(String name);

  /** Ends the part. */
  void end();

  /** Fills a rectangle. */
  void area(double x, double y, double width, double height, int color);

  /** Draws straight lines from point to point. */
  void line(double[] x, double[] y, int size, Stroke stroke);

  /** Writes a line of text, its base line at y. */
  void text(String words, double x, double y, Letters letters, Anchor anchor);

  /** Draws one straight line. */
  default void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    line(new double[] {x1, x2}, new double[] {y1, y2}, 2, stroke);
  }
}
