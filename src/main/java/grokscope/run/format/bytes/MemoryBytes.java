package grokscope.run.format.bytes;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * Bytes that are in memory already, because a pickle holds them. Nobody changes them; any thread.
 *
 * @param all among which these are
 */
// A plain array on purpose: nothing compares them.
@SuppressWarnings("ArrayRecordComponent")
public record MemoryBytes(byte[] all, int start, int count) implements ArrayBytes {
  /** All of an array. */
  public MemoryBytes(byte[] all) {
    this(all, 0, all.length);
  }

  @Override
  public long length() {
    return count;
  }

  @Override
  public InputStream from(long at) {
    return new ByteArrayInputStream(all, start + (int) at, count - (int) at);
  }

  @Override
  public ArrayBytes piece(long at, long bytes) {
    ArrayBytes.within(count, at, bytes);
    return new MemoryBytes(all, start + (int) at, (int) bytes);
  }
}
