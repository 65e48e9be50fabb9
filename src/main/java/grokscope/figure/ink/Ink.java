package grokscope.figure.ink;

import java.util.List;

/**
 * What a figure is drawn with. Lengths are in points from the upper left corner; colours are
 * 0xRRGGBB. One thread.
 */
public interface Ink {
  /** Which end of a text is at its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * How a line looks.
   *
   * @param width in points
   * @param color of it
   * @param dashes the lengths of dashes and gaps in turn, in points; none for no gaps
   */
  record Stroke(double width, int color, List<Double> dashes) {
    /** Copies the dashes. */
    public Stroke {
      dashes = List.copyOf(dashes);
    }

    /** A line without gaps. */
    public Stroke(double width, int color) {
      this(width, color, List.of());
    }
  }

  /** What words look like, and how wide they are. */
  Typeface typeface();

  /** Begins a part of the drawing that belongs together. */
  void begin(String name);

  /** Begins a part of which only what lies in a rectangle is seen. */
  void beginInside(double x, double y, double width, double height);

  /** Ends the part that was begun last. */
  void end();

  /** Fills a rectangle. */
  default void area(double x, double y, double width, double height, int color) {
    area(x, y, width, height, color, 1);
  }

  /**
   * Fills a rectangle.
   *
   * @param opacity from 0 to 1
   */
  void area(double x, double y, double width, double height, int color, double opacity);

  /**
   * Fills what lies within straight lines from corner to corner.
   *
   * @param opacity from 0 to 1
   */
  void shape(double[] x, double[] y, int size, int color, double opacity);

  /** Fills an ellipse within a rectangle. */
  void oval(double x, double y, double width, double height, int color, double opacity);

  /** Draws straight lines from point to point. */
  void line(double[] x, double[] y, int size, Stroke stroke);

  /** Writes a line of text, its base line at y. */
  void text(String words, double x, double y, Letters letters, Anchor anchor);

  /**
   * Draws the squares of an image, each with sharp edges.
   *
   * @param pixels 0xAARRGGBB, row by row from the top
   */
  void image(int[] pixels, int columns, Box box);

  /** Draws one straight line. */
  default void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    line(new double[] {x1, x2}, new double[] {y1, y2}, 2, stroke);
  }

  /** A place for something. */
  record Box(double x, double y, double width, double height) {}
}
