package grokscope.run.format.bytes;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that arrays are read from; nothing of them is in memory before it is asked for. */
public interface ArrayBytes {
  /** How many there are. */
  long length();

  /**
   * The bytes from a place to the end.
   *
   * @param at at most the length
   */
  InputStream from(long at) throws IOException;

  /**
   * Some of these bytes.
   *
   * @param at where they begin
   * @throws IllegalArgumentException when they reach beyond the end
   */
  ArrayBytes piece(long at, long bytes);

  /**
   * Some bytes in memory, fewer where these end before.
   *
   * @param most how many at most
   */
  default byte[] read(long at, int most) throws IOException {
    try (InputStream input = from(Math.min(at, length()))) {
      return input.readNBytes((int) Math.min(most, Math.max(0, length() - at)));
    }
  }

  /** Refuses a piece that does not lie within so many bytes. */
  static void within(long length, long at, long bytes) {
    if (at < 0 || bytes < 0 || at > length - bytes) {
      throw new IllegalArgumentException("bytes " + at + " to " + (at + bytes) + " of " + length);
    }
  }
}
