package grokscope.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Bytes that can be read from the start as often as needed. Immutable, any thread.
 *
 * @param name what to call them in a message: the file's name
 * @param length how many there are, unpacked
 */
record StoredBytes(String name, Length length, Opening opening) {
  private static final int BUFFER = 1 << 16;
  private static final int SMALLEST_GZIP = 18; // ten bytes of header, eight of trailer
  // A deflated byte stands for 1,032 bytes at most.
  private static final long DENSEST = 1032;

  /** Opens the bytes at their start. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /** What is known about a number of bytes without unpacking them. */
  @FunctionalInterface
  interface Length {
    /** Whether there are exactly this many. */
    boolean is(long bytes);
  }

  /** Bytes in memory. */
  static StoredBytes of(String name, byte[] bytes) {
    return new StoredBytes(
        name, length -> length == bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** A file; one that ends in ".gz" is unpacked as it is read. */
  static StoredBytes of(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    long size = Files.size(file);
    if (!name.endsWith(".gz")) {
      return new StoredBytes(name, length -> length == size, () -> Files.newInputStream(file));
    }
    return new StoredBytes(
        name,
        gzipLength(file, size),
        () -> new GZIPInputStream(Files.newInputStream(file), BUFFER));
  }

  /** The trailer of a gzip file has the unpacked length modulo 2³² (RFC 1952, ISIZE). */
  private static Length gzipLength(Path file, long size) throws IOException {
    if (size < SMALLEST_GZIP) {
      return length -> false;
    }
    long remainder;
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(size - Integer.BYTES);
      remainder = Integer.toUnsignedLong(Integer.reverseBytes(bytes.readInt()));
    }
    return length -> (length & 0xffff_ffffL) == remainder && length / DENSEST <= size;
  }
}
