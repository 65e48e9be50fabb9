package grokscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the runs of a folder their numbers, none of them twice. The last one that was given stands
 * in a file beside that folder, which is locked meanwhile, so that programs beside each other agree
 * and the number of a deleted run does not come again. Any thread.
 *
 * @param folders where the runs are
 */
record RunNumbers(RunFolders folders) {
  private static final Logger LOG = LoggerFactory.getLogger(RunNumbers.class);
  private static final int TRIES = 100;
  private static final long BETWEEN_MILLIS = 5;
  private static final int LONGEST = 20;

  /** Does something with the file while it is locked. */
  private interface Work {
    void with(FileChannel channel) throws IOException;
  }

  /**
   * Gives a new run its number. A run whose number cannot be written has none, and is recorded all
   * the same.
   */
  RunNumber give(RunFolder made) {
    if (!folders.path().equals(made.path().getParent())) {
      return RunNumber.NONE;
    }
    locked(
        channel -> {
          int last = last(channel);
          if (last < 0) {
            last = numbered(channel);
          }
          if (RunNumber.read(made).number() == 0) { // a list may have been quicker
            give(made, channel, last);
          }
        });
    return RunNumber.read(made);
  }

  /** Numbers those that have none yet, in the order of their times. */
  void complete(List<RunFolder> all) {
    if (!all.isEmpty() && (!Files.isRegularFile(file()) || !allDifferent(all))) {
      locked(this::numbered);
    }
  }

  private static boolean allDifferent(List<RunFolder> all) {
    Set<Integer> seen = new HashSet<>();
    return all.stream()
        .filter(run -> Files.isRegularFile(run.config()))
        .map(run -> RunNumber.read(run).number())
        .allMatch(number -> number > 0 && seen.add(number));
  }

  /** Numbers what has no number, or that of an earlier one; the last number now. */
  private int numbered(FileChannel channel) throws IOException {
    List<RunFolder> all =
        inside(folders.path())
            .filter(run -> Files.isRegularFile(run.config()))
            .sorted(Comparator.comparing(RunNumbers::time).thenComparing(RunFolder::name))
            .toList();
    int last = Math.max(0, last(channel));
    for (RunFolder run : Stream.concat(all.stream(), inside(folders.trash())).toList()) {
      last = Math.max(last, RunNumber.read(run).number());
    }
    write(channel, last);
    Set<Integer> seen = new HashSet<>();
    for (RunFolder run : all) {
      int number = RunNumber.read(run).number();
      if (number == 0 || !seen.add(number)) {
        last = give(run, channel, last);
      }
    }
    return last;
  }

  /** Gives one its number and returns that, or the last one where it cannot be written. */
  private int give(RunFolder run, FileChannel channel, int last) throws IOException {
    if (!Files.isWritable(run.path())) {
      return last;
    }
    write(channel, last + 1); // first, so that a program that dies here leaves a gap, not a twin
    try {
      RunNumber.of(last + 1).write(run);
    } catch (IOException unwritable) {
      LOG.debug("a run without a number", unwritable);
    }
    return last + 1;
  }

  private static Stream<RunFolder> inside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).map(RunFolder::new).toList().stream();
    }
  }

  /** When a run began: its folder is called by that, or else its config was written then. */
  private static LocalDateTime time(RunFolder run) {
    try {
      return run.namedByTime()
          ? RunFolders.time(run.name())
          : LocalDateTime.ofInstant(
              Files.getLastModifiedTime(run.config()).toInstant(), ZoneId.systemDefault());
    } catch (IOException gone) {
      return LocalDateTime.MAX;
    }
  }

  private Path file() {
    return folders.path().resolveSibling("last-run-number");
  }

  /** What the file says; −1 where it says nothing. */
  private static int last(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    channel.read(bytes, 0);
    String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  private static void write(FileChannel channel, int last) throws IOException {
    channel.write(StandardCharsets.US_ASCII.encode(last + "\n"), 0);
  }

  /**
   * Within this program one after the other, because a second channel that is closed would take the
   * first one's lock with it; among programs by a lock, for which nobody waits long.
   */
  private void locked(Work work) {
    synchronized (RunNumbers.class) {
      try (FileChannel channel =
          FileChannel.open(
              file(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        FileLock lock = lock(channel);
        if (lock != null) {
          work.with(channel);
          lock.release();
        }
      } catch (IOException unwritable) {
        LOG.debug("runs without numbers", unwritable);
      }
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(BETWEEN_MILLIS);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }
}
