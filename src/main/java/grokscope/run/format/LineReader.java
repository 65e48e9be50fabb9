package grokscope.run.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text, one after the other and all in the same array, so that a long text takes no
 * more memory than a short one. A last line without its end is none. One thread.
 */
final class LineReader implements Closeable {
  /** How many characters a line may have. */
  static final int LONGEST = 1 << 16;

  private final Reader text;
  private final int longest;
  private final char[] buffer;
  private int start;
  private int end;
  private int next;
  private int filled;

  /** The lines of a text, before the first of them. */
  LineReader(Reader text) {
    this(text, LONGEST);
  }

  /**
   * The same.
   *
   * @param longest how many characters a line may have
   */
  LineReader(Reader text, int longest) {
    this.text = text;
    this.longest = longest;
    this.buffer = new char[longest + 1]; // and its end
  }

  /**
   * Moves to the next line.
   *
   * @return false when there is none
   * @throws IOException also when it is too long
   */
  boolean next() throws IOException {
    start = next;
    int at = start;
    while (true) {
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      if (at < filled) {
        next = at + 1;
        end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
        return true;
      }
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        at -= start;
        start = 0;
      }
      if (filled == buffer.length) {
        throw new IOException("a line has more than " + longest + " characters");
      }
      int read = text.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
  }

  /** The array that has the line; overwritten by the next one. */
  char[] buffer() {
    return buffer;
  }

  /** Where the line begins in the array. */
  int start() {
    return start;
  }

  /** Where it ends, without the characters of its end. */
  int end() {
    return end;
  }

  /** A copy of the line. */
  String line() {
    return new String(buffer, start, end - start);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
