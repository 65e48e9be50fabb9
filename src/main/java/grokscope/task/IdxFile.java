package grokscope.task;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table of bytes in the IDX format of the MNIST files (LeCun, Cortes, Burges,
 * yann.lecun.com/exdb/mnist): two zero bytes, the type 8 (unsigned bytes), the number of
 * dimensions, their sizes as big-endian ints, the bytes. Nothing is believed that the length of the
 * file does not bear out. Immutable, any thread.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int LARGEST_SIDE = 1024;
  private static final int MOST_ROWS = 10_000_000;
  private static final int BUFFER = 1 << 16;

  private final StoredBytes bytes;
  private final int[] sizes;

  private IdxFile(StoredBytes bytes, int[] sizes) {
    this.bytes = bytes;
    this.sizes = sizes;
  }

  /** Takes a row that was asked for. */
  @FunctionalInterface
  interface RowReader {
    /**
     * A row.
     *
     * @param n counts those that were asked for, from 0
     * @param row its bytes, which the next row overwrites
     */
    void row(int n, byte[] row) throws UnreadableFile;
  }

  /** A file of pictures, after a look at its header and length. */
  static IdxFile images(StoredBytes bytes) throws UnreadableFile {
    return opened(bytes, 3, "images");
  }

  /** A file of labels, after a look at its header and length. */
  static IdxFile labels(StoredBytes bytes) throws UnreadableFile {
    return opened(bytes, 1, "labels");
  }

  private static IdxFile opened(StoredBytes bytes, int dimensions, String what)
      throws UnreadableFile {
    int[] sizes = new int[dimensions];
    try (DataInputStream in = new DataInputStream(bytes.opening().open())) {
      int magic = in.readInt();
      if (magic != (UNSIGNED_BYTES | dimensions)) {
        throw new UnreadableFile(
            String.format(
                Locale.ROOT,
                "%s starts with 0x%08x, but a file of %s starts with 0x%08x",
                bytes.name(),
                magic,
                what,
                UNSIGNED_BYTES | dimensions));
      }
      for (int i = 0; i < dimensions; i++) {
        sizes[i] = in.readInt();
      }
    } catch (EOFException end) {
      throw new UnreadableFile(
          bytes.name()
              + " ends within its header, which has "
              + Integer.BYTES * (1 + dimensions)
              + " bytes for "
              + what);
    } catch (IOException e) {
      throw unreadable(bytes, e);
    }
    IdxFile file = new IdxFile(bytes, sizes);
    file.refuseSizes(what);
    return file;
  }

  private void refuseSizes(String what) throws UnreadableFile {
    boolean sensible = sizes[0] >= 1 && sizes[0] <= MOST_ROWS;
    for (int i = 1; i < sizes.length; i++) {
      sensible &= sizes[i] >= 1 && sizes[i] <= LARGEST_SIDE;
    }
    if (!sensible) {
      throw new UnreadableFile(
          bytes.name()
              + " says it has "
              + said(what)
              + ", but it must be 1 to "
              + MOST_ROWS
              + (sizes.length > 1 ? " with sides of 1 to " + LARGEST_SIDE + " pixels" : ""));
    }
    long needed = Integer.BYTES * (1L + sizes.length) + (long) sizes[0] * rowLength();
    if (!bytes.length().is(needed)) {
      throw new UnreadableFile(
          bytes.name()
              + " says it has "
              + said(what)
              + ", which are "
              + needed
              + " bytes with the header, but it is longer or cut short");
    }
  }

  private String said(String what) {
    String sides =
        Arrays.stream(sizes).skip(1).mapToObj(String::valueOf).collect(Collectors.joining("×"));
    return sizes[0] + " " + what + (sides.isEmpty() ? "" : " of " + sides);
  }

  /** The file's name. */
  String name() {
    return bytes.name();
  }

  /** The number of rows. */
  int rows() {
    return sizes[0];
  }

  /** The size of a dimension, the rows being dimension 0. */
  int size(int dimension) {
    return sizes[dimension];
  }

  /** Bytes of a row. */
  int rowLength() {
    return Arrays.stream(sizes).skip(1).reduce(1, (a, b) -> a * b);
  }

  /**
   * Reads some rows in one pass through the file.
   *
   * @param wanted their numbers, ascending
   */
  void read(int[] wanted, RowReader reader) throws UnreadableFile {
    byte[] row = new byte[rowLength()];
    try (InputStream in = new BufferedInputStream(bytes.opening().open(), BUFFER)) {
      in.skipNBytes(Integer.BYTES * (1L + sizes.length));
      long next = 0;
      for (int n = 0; n < wanted.length; n++) {
        in.skipNBytes((wanted[n] - next) * row.length);
        if (in.readNBytes(row, 0, row.length) < row.length) {
          throw new EOFException();
        }
        next = wanted[n] + 1L;
        reader.row(n, row);
      }
      in.skipNBytes((rows() - next) * row.length);
      if (in.read() >= 0) { // reading on also lets gzip compare its checksum
        throw new UnreadableFile(name() + " has more bytes than its header says");
      }
    } catch (EOFException end) {
      throw new UnreadableFile(name() + " is cut short");
    } catch (IOException e) {
      throw unreadable(bytes, e);
    }
  }

  private static UnreadableFile unreadable(StoredBytes bytes, IOException e) {
    return new UnreadableFile(
        bytes.name() + " cannot be read: " + grokscope.config.AtomicFile.reason(e));
  }
}
