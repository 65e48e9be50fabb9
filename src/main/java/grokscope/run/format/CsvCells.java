package grokscope.run.format;

import grokscope.config.Json;
import java.nio.CharBuffer;

/**
 * The cells of the line at which some {@link LineReader} are, from left to right. Nothing is made
 * for a cell, so a long file takes no more memory than a short one. One thread.
 */
final class CsvCells {
  private final LineReader lineReader;
  private final CharBuffer text;
  private int from; // of the cell
  private int end; // of the cell: its comma, or the line's end

  CsvCells(LineReader lineReader) {
    this.lineReader = lineReader;
    this.text = CharBuffer.wrap(lineReader.buffer());
  }

  /** Goes to the first cell of the line; how many it has. */
  int begin() {
    int cells = 1;
    for (int at = lineReader.start(); at < lineReader.end(); at++) {
      if (lineReader.buffer()[at] == ',') {
        cells++;
      }
    }
    moveTo(lineReader.start());
    return cells;
  }

  /** Goes to the next cell. */
  void next() {
    moveTo(end + 1);
  }

  private void moveTo(int start) {
    from = start;
    end = from;
    while (end < lineReader.end() && lineReader.buffer()[end] != ',') {
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
    return from == end ? Double.NaN : Json.real(lineReader.buffer(), from, end - from);
  }
}
