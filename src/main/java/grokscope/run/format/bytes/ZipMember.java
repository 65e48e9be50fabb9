package grokscope.run.format.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A file in a zip archive. Who reads all of it is told when its checksum is wrong. Immutable, any
 * thread.
 *
 * @param archive the whole archive
 * @param header where its own header begins, which the data follow
 * @param stored how many bytes it takes in the archive
 * @param length how many bytes it has
 * @param checksum 0 where the archive has none
 */
public record ZipMember(
    ArrayBytes archive, long header, long stored, long length, long checksum, boolean deflated)
    implements ArrayBytes {
  private static final int HEADER = 30;
  private static final int SIGNATURE = 0x04034b50;

  @Override
  public InputStream from(long at) throws IOException {
    ArrayBytes data = data();
    if (!deflated && at > 0) {
      return data.from(at);
    }
    InputStream all = data.from(0);
    Verified verified = new Verified(deflated ? new Inflating(all) : all, length, checksum);
    try {
      verified.skipNBytes(at);
    } catch (IOException e) {
      verified.close();
      throw e;
    }
    return verified;
  }

  @Override
  public ArrayBytes piece(long at, long bytes) {
    throw new UnsupportedOperationException("a file in an archive is read whole");
  }

  private ArrayBytes data() throws IOException {
    byte[] bytes = archive.read(header, HEADER);
    ByteBuffer own = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER || own.getInt(0) != SIGNATURE) {
      throw new IOException("the zip archive is damaged");
    }
    long at = header + HEADER + (own.getShort(26) & 0xffff) + (own.getShort(28) & 0xffff);
    if (at > archive.length() - stored) {
      throw new IOException("the zip archive ends too early");
    }
    return archive.piece(at, stored);
  }

  /** What was packed; the memory of the unpacker is given back at the end. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream packed) {
      super(packed, new Inflater(true));
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  /** Compares the checksum when the last byte is read. */
  private static final class Verified extends FilterInputStream {
    private final CRC32 seen = new CRC32();
    private final long expected;
    private long left;

    Verified(InputStream input, long length, long expected) throws IOException {
      super(input);
      this.expected = expected;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(into, offset, (int) Math.min(most, left));
      if (count < 0) {
        throw new IOException("it ends too early");
      }
      seen.update(into, offset, count);
      left -= count;
      if (left == 0 && expected != 0 && seen.getValue() != expected) {
        throw new IOException("its checksum is wrong, so the file is damaged");
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      return Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
    }
  }
}
