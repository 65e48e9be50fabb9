package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.run.format.FileRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says that a folder is being written, to this program and to others; the system takes it back when
 * a program ends in whatever way. The file stays, because a lock on a file that somebody deletes
 * protects nothing. Any thread.
 */
final class FolderLock implements AutoCloseable {
  private static final int LONGEST = 40;

  private final FileChannel channel;

  private final Runnable freed;

  private FolderLock(FileChannel channel, Runnable freed) {
    this.channel = channel;
    this.freed = freed;
  }

  /**
   * Takes the lock of a run's folder.
   *
   * @param freed hears that the lock was given back
   * @throws InvalidConfig with one sentence when somebody else writes there, or nobody can
   */
  // The channel is closed with the lock.
  @SuppressWarnings("resource")
  static FolderLock take(RunFolder folder, Runnable freed) throws InvalidConfig {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (locked(channel)) {
        channel.truncate(0);
        channel.write(
            StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return new FolderLock(channel, freed);
      }
      String owner = owner(channel);
      channel.close();
      throw FileRefusal.of(folder.path(), "the run in it is being written by " + owner);
    } catch (IOException e) {
      closeQuietly(channel);
      throw FileRefusal.of(folder.path(), "the folder cannot be written: " + AtomicFile.reason(e));
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false; // another store of this program
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    channel.read(bytes, 0);
    String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    if (!text.matches("[0-9]+")) {
      return "another program";
    }
    return "another program, process " + text;
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException ignored) {
      // The first error is the one to tell.
    }
  }

  /** Lets others write. */
  @Override
  public void close() {
    closeQuietly(channel);
    freed.run();
  }
}
