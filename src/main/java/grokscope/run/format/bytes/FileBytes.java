package grokscope.run.format.bytes;

import java.io.IOException;
import java.io.InputStream;
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
public record FileBytes(Path file, FileTime changed, long start, long length)
    implements ArrayBytes {

  /** A whole file as it is now. */
  public static FileBytes of(Path file) throws IOException {
    return new FileBytes(file, Files.getLastModifiedTime(file), 0, Files.size(file));
  }

  @Override
  public FileBytes piece(long at, long bytes) {
    ArrayBytes.within(length, at, bytes);
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
}
