package grokscope.run.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * A piece of a file, which is opened for each read, so that nobody has to close it. Immutable, any
 * thread.
 *
 * @param changed when the file was last written, by which another of the same name is noticed
 * @param start where the piece begins
 */
record FileBytes(Path file, FileTime changed, long start, long length) implements ArrayBytes {

  /** A whole file as it is now. */
  static FileBytes of(Path file) throws IOException {
    return new FileBytes(file, Files.getLastModifiedTime(file), 0, Files.size(file));
  }

  /**
   * A part of this piece.
   *
   * @param at where it begins in this piece
   * @throws IllegalArgumentException when it reaches beyond the end
   */
  FileBytes piece(long at, long bytes) {
    if (at < 0 || bytes < 0 || at > length - bytes) {
      throw new IllegalArgumentException("bytes " + at + " to " + (at + bytes) + " of " + length);
    }
    return new FileBytes(file, changed, start + at, bytes);
  }

  @Override
  public InputStream from(long at) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      if (channel.size() < start + length || !Files.getLastModifiedTime(file).equals(changed)) {
        throw new IOException("it was changed while it was read");
      }
      channel.position(start + at);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return Channels.newInputStream(channel);
  }

  /**
   * Some bytes of the piece, fewer where it ends before.
   *
   * @param most how many at most
   */
  byte[] read(long at, int most) throws IOException {
    int wanted = (int) Math.min(most, length - at);
    try (InputStream input = from(at)) {
      return input.readNBytes(wanted);
    }
  }

  /** Fills a buffer from the piece, which must be long enough. */
  void fill(long at, ByteBuffer buffer) throws IOException {
    try (InputStream input = from(at)) {
      int count = buffer.remaining();
      if (input.readNBytes(buffer.array(), buffer.arrayOffset() + buffer.position(), count)
          < count) {
        throw new IOException("it ends too early");
      }
    }
  }
}
