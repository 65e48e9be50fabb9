package grokscope.figure.print;

import grokscope.figure.ink.Ink.Stroke;
import grokscope.figure.ink.Letters;
import java.util.List;

/**
 * The letters and lines of a figure, all of one size of type, so that a figure of larger words has
 * wider lines as well. Lengths are in points. Immutable, any thread.
 *
 * @param size of the words
 * @param look its colours
 */
record FigureType(double size, FigureLook look) {
  /** Thinner lines vanish in print. */
  static final double HAIRLINE = 0.4;

  private static final double HEAVY = 0.15;
  private static final double EDGE = 0.09;
  private static final double GRID = 0.06;

  Letters heading() {
    return new Letters(1.3 * size, true, look.text());
  }

  Letters title() {
    return new Letters(size, true, look.text());
  }

  Letters words() {
    return new Letters(size, false, look.text());
  }

  Letters small() {
    return new Letters(size, false, look.muted());
  }

  /** From one line of words to the next. */
  double line() {
    return 1.4 * size;
  }

  /** The width of the widest curve. */
  double heavy() {
    return HEAVY * size;
  }

  Stroke edge() {
    return new Stroke(Math.max(HAIRLINE, EDGE * size), look.muted());
  }

  Stroke grid() {
    return new Stroke(Math.max(HAIRLINE, GRID * size), look.grid());
  }

  Stroke fineGrid() {
    return new Stroke(Math.max(HAIRLINE, GRID * size), look.fineGrid());
  }

  /** A line beside words, dashed or not. */
  Stroke mark(int color, boolean dashed) {
    double width = Math.max(HAIRLINE, EDGE * size);
    return new Stroke(width, color, dashed ? List.of(2 * width, 3 * width) : List.of());
  }
}
