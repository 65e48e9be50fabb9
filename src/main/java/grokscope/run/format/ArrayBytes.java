package grokscope.run.format;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that arrays are read from; nothing of them is in memory before it is asked for. */
interface ArrayBytes {
  /** How many there are. */
  long length();

  /**
   * The bytes from a place to the end.
   *
   * @param at at most the length
   */
  InputStream from(long at) throws IOException;
}
