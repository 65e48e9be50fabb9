package grokscope.task;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files for tests. Stateless. */
public final class IdxBytes {
  private IdxBytes() {}

  /** A header of big-endian ints, and bytes after it. */
  static byte[] file(int[] header, byte[] content) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * header.length + content.length);
    for (int number : header) {
      buffer.putInt(number);
    }
    return buffer.put(content).array();
  }

  /** So many square pictures: pixel i of picture n is n + i (modulo 256). */
  static byte[] images(int count, int side) {
    byte[] pixels = new byte[count * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / (side * side) + i % (side * side));
    }
    return file(new int[] {0x803, count, side, side}, pixels);
  }

  /** So many labels: that of picture n is the last digit of n. */
  static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return file(new int[] {0x801, count}, labels);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Writes a folder with a training pair of such files. */
  public static void writeTrainingPair(Path folder, int count, int side) throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), images(count, side));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(count));
  }
}
