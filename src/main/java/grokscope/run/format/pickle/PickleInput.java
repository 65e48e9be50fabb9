package grokscope.run.format.pickle;

import grokscope.config.InvalidConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a pickle, each read once; a length is held against what is left before anything is
 * allocated for it. One thread.
 */
public final class PickleInput {
  private static final int MOST_BYTES = 64_000_000;
  private static final int LONGEST_LINE = 4096;

  private final InputStream input; // buffered: it is read byte by byte
  private final long length;
  private long at;

  /**
   * A pickle and what follows it.
   *
   * @param input buffered; the caller closes it
   * @param length how many bytes it has
   */
  public PickleInput(InputStream input, long length) {
    this.input = input;
    this.length = length;
  }

  /** How many bytes were read. */
  public long position() {
    return at;
  }

  int oneByte() throws InvalidConfig, IOException {
    int value = input.read();
    if (value < 0) {
      throw damaged("it ends too early");
    }
    if (++at > MOST_BYTES) {
      throw tooLong();
    }
    return value;
  }

  /** Refuses a pickle that is longer than what is read. */
  public static void refuseLong(long length) throws InvalidConfig {
    if (length > MOST_BYTES) {
      throw tooLong();
    }
  }

  private static InvalidConfig tooLong() {
    return new InvalidConfig(
        "",
        "its pickle has more than "
            + MOST_BYTES / 1_000_000
            + " MB, which is the most that Grokscope reads");
  }

  /** A little-endian number of one to eight bytes; eight of them signed. */
  long number(int bytes) throws InvalidConfig, IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) oneByte() << (8 * i);
    }
    return number;
  }

  byte[] bytes(long count) throws InvalidConfig, IOException {
    if (count < 0 || count > length - at) {
      throw damaged("a value of " + Long.toUnsignedString(count) + " bytes, and fewer are left");
    }
    if (count > MOST_BYTES - at) {
      throw tooLong();
    }
    byte[] read = input.readNBytes((int) count);
    at += read.length;
    if (read.length < count) {
      throw damaged("it ends too early");
    }
    return read;
  }

  String text(long bytes) throws InvalidConfig, IOException {
    byte[] read = bytes(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString();
    } catch (CharacterCodingException e) {
      // Python lets halves of surrogate pairs through, which nothing here needs.
      return new String(read, StandardCharsets.UTF_8);
    }
  }

  /** The characters up to the end of a line, one for each byte. */
  String line() throws InvalidConfig, IOException {
    StringBuilder line = new StringBuilder();
    for (int next = oneByte(); next != '\n'; next = oneByte()) {
      if (line.length() == LONGEST_LINE) {
        throw damaged("a line of more than " + LONGEST_LINE + " characters");
      }
      line.append((char) next);
    }
    return line.toString();
  }

  /** How many bytes are left. */
  long left() {
    return length - at;
  }

  /** The refusal of a pickle that cannot have been written by Python. */
  InvalidConfig damaged(String what) {
    return new InvalidConfig(
        "", "the file is damaged: " + what + ", at byte " + at + " of its pickle");
  }
}
