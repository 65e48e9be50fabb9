package grokscope.run.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text file that grows by whole lines, each handed to the system at once. A line that could not
 * be written whole leaves the file as it was, so that it can be tried again. Thread io only.
 */
public final class AppendFile implements AutoCloseable {
  private final FileChannel channel;
  private long end; // of the last whole line

  private AppendFile(FileChannel channel, long end) {
    this.channel = channel;
    this.end = end;
  }

  /** Makes a new file; it must not exist. */
  public static AppendFile create(Path file) throws IOException {
    return new AppendFile(
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 0);
  }

  /** Goes on after this many bytes of a file; what comes after them is dropped. */
  public static AppendFile cutBack(Path file, long bytes) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < bytes) {
      long size = channel.size();
      channel.close();
      throw new IOException(file.getFileName() + " has only " + size + " of " + bytes + " bytes");
    }
    channel.truncate(bytes);
    return new AppendFile(channel, bytes);
  }

  /** How many bytes the whole lines have. */
  public long end() {
    return end;
  }

  public void append(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    int length = bytes.remaining();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + length - bytes.remaining());
      }
    } catch (IOException e) {
      channel.truncate(end); // no part of a line
      throw e;
    }
    end += length;
  }

  /** Returns when all lines would survive a power cut. */
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
