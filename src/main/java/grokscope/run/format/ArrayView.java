package grokscope.run.format;

import grokscope.run.format.bytes.ArrayBytes;
import grokscope.run.format.pickle.PickledArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which bytes are the values of an array: the first of them, and for each dimension how many values
 * further the next one is. Immutable, any thread.
 *
 * @param first the place of the first value, counted in values
 * @param strides for each dimension, counted in values, none below zero
 */
// A plain array on purpose: nothing compares views.
@SuppressWarnings("ArrayRecordComponent")
record ArrayView(ArrayBytes bytes, ByteOrder order, long first, long[] strides) {
  private static final int CHUNK = 1 << 16; // a multiple of the bytes of every type

  /** Reads one value into its place. */
  private interface Taker {
    void take(ByteBuffer buffer, int at);
  }

  /** Values that follow each other in row-major order. */
  static ArrayView dense(ArrayBytes bytes, int[] shape) {
    long[] strides = PickledArray.strides(shape, false);
    return new ArrayView(bytes, ByteOrder.LITTLE_ENDIAN, 0, strides);
  }

  /** How many values an array of a shape has; 2³¹ where there are more. */
  static long size(int[] shape) {
    long size = 1;
    boolean empty = false;
    for (int length : shape) {
      empty |= length == 0;
      size = Math.min(size * length, 1L << 31); // no overflow: both are at most 2³¹
    }
    return empty ? 0 : size;
  }

  /** How many values lie between the first and the last, both counted; 2⁶² where there are more. */
  long reach(int[] shape) {
    if (size(shape) == 0) {
      return 0;
    }
    long reach = 1;
    for (int i = 0; i < shape.length; i++) {
      long step = Math.min(strides[i], 1L << 31); // no overflow: the product is below 2⁶²
      reach = Math.min(reach + step * (shape[i] - 1), 1L << 62);
    }
    return reach;
  }

  /** Whether all values are among the bytes. */
  boolean fits(NumberType type, int[] shape) {
    long reach = reach(shape);
    long there = bytes.length() / type.bytes();
    return reach == 0 || (reach <= there && first <= there - reach);
  }

  /** The values as real numbers, row-major. */
  float[] values(NumberType type, int[] shape) throws IOException {
    float[] read = new float[(int) reach(shape)];
    read(
        type,
        read.length,
        switch (type) {
          case F16 -> (buffer, at) -> read[at] = HalfPrecision.widened(buffer.getShort());
          case BF16 -> (buffer, at) -> read[at] = Float.intBitsToFloat(buffer.getShort() << 16);
          case F32 -> (buffer, at) -> read[at] = buffer.getFloat();
          case F64 -> (buffer, at) -> read[at] = (float) buffer.getDouble();
          default -> throw new IllegalArgumentException(type + " is not real");
        });
    if (dense(shape)) {
      return read;
    }
    float[] values = new float[(int) size(shape)];
    int[] index = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read[place(index)];
      next(index, shape);
    }
    return values;
  }

  /**
   * The values as whole numbers, row-major.
   *
   * @throws ArithmeticException when an unsigned one is 2⁶³ or more
   */
  long[] wholeNumbers(NumberType type, int[] shape) throws IOException {
    long[] read = new long[(int) reach(shape)];
    read(
        type,
        read.length,
        switch (type) {
          case BOOL -> (buffer, at) -> read[at] = buffer.get() == 0 ? 0 : 1;
          case I8 -> (buffer, at) -> read[at] = buffer.get();
          case U8 -> (buffer, at) -> read[at] = buffer.get() & 0xff;
          case I16 -> (buffer, at) -> read[at] = buffer.getShort();
          case U16 -> (buffer, at) -> read[at] = buffer.getShort() & 0xffff;
          case I32 -> (buffer, at) -> read[at] = buffer.getInt();
          case U32 -> (buffer, at) -> read[at] = buffer.getInt() & 0xffff_ffffL;
          case I64 -> (buffer, at) -> read[at] = buffer.getLong();
          case U64 -> (buffer, at) -> read[at] = signed(buffer.getLong());
          default -> throw new IllegalArgumentException(type + " is not whole");
        });
    if (dense(shape)) {
      return read;
    }
    long[] values = new long[(int) size(shape)];
    int[] index = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read[place(index)];
      next(index, shape);
    }
    return values;
  }

  private static long signed(long bits) {
    if (bits < 0) {
      throw new ArithmeticException("2⁶³ or more");
    }
    return bits;
  }

  private void read(NumberType type, int count, Taker taker) throws IOException {
    if (count == 0) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(Math.min(CHUNK, count * type.bytes())).order(order);
    try (InputStream input = bytes.from(first * type.bytes())) {
      for (int at = 0; at < count; ) {
        int values = Math.min(count - at, buffer.capacity() / type.bytes());
        int wanted = values * type.bytes();
        if (input.readNBytes(buffer.array(), 0, wanted) < wanted) {
          throw new IOException("it ends too early");
        }
        buffer.clear();
        for (int end = at + values; at < end; at++) {
          taker.take(buffer, at);
        }
      }
    }
  }

  /** Whether the values follow each other in the order in which they are wanted. */
  private boolean dense(int[] shape) {
    long step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] > 1 && strides[i] != step) {
        return false; // where there is only one index, its stride says nothing
      }
      step *= shape[i];
    }
    return true;
  }

  private int place(int[] index) {
    long place = 0;
    for (int i = 0; i < index.length; i++) {
      place += index[i] * strides[i];
    }
    return (int) place;
  }

  private static void next(int[] index, int[] shape) {
    for (int i = shape.length - 1; i >= 0; i--) {
      if (++index[i] < shape[i]) {
        return;
      }
      index[i] = 0;
    }
  }
}
