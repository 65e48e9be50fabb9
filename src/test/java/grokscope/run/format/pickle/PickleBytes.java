package grokscope.run.format.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a pickle opcode by opcode, also such as Python would not write. One thread. */
public final class PickleBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** An empty pickle of protocol 2. */
  public PickleBytes() {
    op(0x80, 2);
  }

  /** Bytes as they are. */
  public PickleBytes op(int... bytes) {
    for (int each : bytes) {
      out.write(each);
    }
    return this;
  }

  /** ASCII text as it is. */
  public PickleBytes raw(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Other bytes as they are. */
  public PickleBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** A number of some bytes, the lowest first. */
  public PickleBytes number(long value, int bytes) {
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    out.write(all, 0, bytes);
    return this;
  }

  /** A class or function. */
  public PickleBytes global(String module, String name) {
    return raw("c" + module + "\n" + name + "\n");
  }

  /** A text. */
  public PickleBytes text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return op('X').number(bytes.length, 4).raw(bytes);
  }

  /** A whole number. */
  public PickleBytes whole(long value) {
    return op(0x8a, 8).number(value, 8);
  }

  /** A tuple of whole numbers. */
  public PickleBytes tuple(long... values) {
    op('(');
    for (long value : values) {
      whole(value);
    }
    return op('t');
  }

  /** The tensor of a storage {@code 0} of a class, as PyTorch's zip files have it. */
  public PickleBytes tensor(
      String storageClass, long count, long first, long[] size, long[] stride) {
    return global("torch._utils", "_rebuild_tensor_v2")
        .op('(', '(')
        .text("storage")
        .global("torch", storageClass)
        .text("0")
        .text("cpu")
        .whole(count)
        .op('t', 'Q')
        .whole(first)
        .tuple(size)
        .tuple(stride)
        .op(0x89)
        .op('}')
        .op('t', 'R');
  }

  /** The pickle with its end. */
  public byte[] end() {
    return op('.').out.toByteArray();
  }

  /** The bytes so far, without an end. */
  public byte[] soFar() {
    return out.toByteArray();
  }
}
