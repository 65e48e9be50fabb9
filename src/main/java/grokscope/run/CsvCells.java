package grokscope.run;

import grokscope.config.Json;
import java.nio.CharBuffer;

/**
 * The cells of the line at which some {@link Lines} are, from left to right. Nothing is made for a
 * cell, so a long file takes no more memory than a short one. One thread.
 */
final class CsvCells {
  private final Lines lines;
  private final CharBuffer text;
  private int from; // of the cell
  private int end; // of the cell: its comma, or the line's end

  CsvCells(Lines lines) {
    this.lines = lines;
    this.text = CharBuffer.wrap(lines.buffer());
  }

  /** Goes to the first cell of the line; how many it has. */
  int begin() {
    int cells = 1;
    for (int at = lines.start(); at < lines.end(); at++) {
      if (lines.buffer()[at] == ',') {
        cells++;
      }
    }
    moveTo(lines.start());
    return cells;
  }

  /** Goes to the next cell. */
  void next() {
    moveTo(end + 1);
  }

  private void moveTo(int start) {
    from = start;
    end = from;
    while (end < lines.end() && lines.buffer()[end] != ',') {
      end++;
    }
  }

  /**
   * The whole number in the cell.
   *
   * @throws NumberFormatException when there is something else in it
   */
  int whole() {
    return Integer.parseInt(text, from, end, 10);
  }

  /**
   * The number in the cell; NaN where it is empty.
   *
   * @throws NumberFormatException when there is something else in it
   */
  double real() {
    return from == end ? Double.NaN : Json.real(lines.buffer(), from, end - from);
  }
}
