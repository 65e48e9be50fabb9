package grokscope.figure.print;

import grokscope.figure.ShortLabel;
import grokscope.figure.ink.Ink;
import grokscope.figure.ink.Ink.Anchor;
import grokscope.figure.ink.Ink.Stroke;
import grokscope.figure.ink.Letters;
import grokscope.figure.ink.Typeface;
import java.util.ArrayList;
import java.util.List;

/** Swatches with words, beside each other and in as many rows as they need. One thread. */
final class FigureLegend {
  private static final double SWATCH = 2.6; // all in sizes of the type
  private static final double GAP = 0.5;
  private static final double BETWEEN = 1.4;
  private static final double MIDDLE = 0.35;
  private static final double TALL = 0.9;
  private static final double FAINT = 0.2;

  /**
   * An entry.
   *
   * @param words of it
   * @param stroke of its line
   * @param color of its line, or of its area
   * @param area whether there is an area below the line
   */
  record Entry(String words, Stroke stroke, int color, boolean area) {}

  private record Placed(Entry entry, String words, double x, int row) {}

  private final FigureType type;
  private final List<Placed> placed = new ArrayList<>();
  private int rows = 1;

  /**
   * Places the entries.
   *
   * @param left where rows begin, in points
   * @param taken how much of the first row is taken, in points
   * @param right where rows end
   */
  FigureLegend(
      FigureType type,
      Typeface face,
      List<Entry> entries,
      double left,
      double taken,
      double right) {
    this.type = type;
    Letters letters = type.words();
    double swatch = (SWATCH + GAP) * type.size();
    double x = left + taken;
    for (Entry entry : entries) {
      double width = swatch + face.width(entry.words(), letters);
      boolean begins = x <= left;
      if (!begins && x + width > right) {
        rows++;
        x = left;
      }
      double room = right - x - swatch;
      String shorter = ShortLabel.of(entry.words(), words -> face.width(words, letters) <= room);
      String words = face.clipped(shorter, letters, room);
      placed.add(new Placed(entry, words, x, rows - 1));
      x += width + BETWEEN * type.size();
    }
  }

  /** How many rows there are, at least one. */
  int rows() {
    return rows;
  }

  /** Draws the entries, the first row's base line at y. */
  void draw(Ink ink, double y) {
    for (Placed one : placed) {
      Entry entry = one.entry();
      double base = y + one.row() * type.line();
      double middle = base - MIDDLE * type.size();
      double right = one.x() + SWATCH * type.size();
      if (entry.area()) {
        double tall = TALL * type.size();
        ink.area(one.x(), middle - tall / 2, right - one.x(), tall, entry.color(), FAINT);
      }
      Stroke stroke = entry.stroke();
      if (stroke.width() > 0) {
        ink.line(
            one.x(),
            middle,
            right,
            middle,
            new Stroke(stroke.width(), entry.color(), stroke.dashes()));
      }
      ink.text(one.words(), right + GAP * type.size(), base, type.words(), Anchor.START);
    }
  }
}
