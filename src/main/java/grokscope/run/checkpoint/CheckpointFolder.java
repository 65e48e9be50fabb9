package grokscope.run.checkpoint;

import grokscope.config.ConfigFormat;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one run, within a number of bytes. When a new one goes beyond that, the
 * densest neighbours are thinned: of those between the first and the last that were merely due, the
 * one goes whose neighbours are nearest to each other, compared with their step. The first, the
 * last and those of an event stay in any case, even if they alone are too many bytes. Thread io
 * only, except for {@link #list}.
 */
public final class CheckpointFolder {
  /** How many bytes the checkpoints of one run may have. */
  public static final long BUDGET = 500_000_000;

  private static final Pattern NAME =
      Pattern.compile("step-([0-9]{9,10})(?:-([a-z]+))?\\.safetensors");

  private static final Comparator<CheckpointEntry> ORDER =
      Comparator.comparingInt(CheckpointEntry::step)
          .thenComparing(entry -> entry.file().getFileName().toString());

  private final Path path;
  private final ConfigFormat format;
  private final long budget;
  private @Nullable List<CheckpointEntry> kept; // read from the folder with the first write

  public CheckpointFolder(Path path, ConfigFormat format, long budget) {
    this.path = path;
    this.format = format;
    this.budget = budget;
  }

  /**
   * A checkpoint that was written.
   *
   * @param gone the files that were deleted for it
   */
  public record Written(CheckpointEntry entry, List<Path> gone) {
    /** The same as what happened to a run. */
    public RunEvent.CheckpointKept told(long run) {
      return new RunEvent.CheckpointKept(
          run, entry.step(), entry.reason(), entry.file(), entry.bytes(), gone);
    }
  }

  /**
   * Writes a checkpoint, in place of one of the same step, and makes room.
   *
   * @throws IOException when it cannot be written; also when somebody has moved the run away, as a
   *     checkpoint without its run is of no use
   */
  public Written write(CheckpointFile.Stored stored) throws IOException {
    Path run = path.toAbsolutePath().getParent();
    if (run == null || !Files.isDirectory(run)) {
      throw new NoSuchFileException(path.toString(), null, "the folder of the run is gone");
    }
    Files.createDirectories(path);
    List<CheckpointEntry> entries = kept == null ? new ArrayList<>(list(path)) : kept;
    kept = entries;
    Checkpoint checkpoint = stored.checkpoint();
    Path file = path.resolve(name(checkpoint));
    CheckpointFile.write(file, stored, format);
    List<Path> gone = new ArrayList<>();
    for (CheckpointEntry other : List.copyOf(entries)) {
      if (other.step() == checkpoint.step()) {
        entries.remove(other);
        if (!other.file().equals(file)) {
          Files.deleteIfExists(other.file());
          gone.add(other.file());
        }
      }
    }
    CheckpointEntry entry =
        new CheckpointEntry(checkpoint.step(), reason(checkpoint), file, Files.size(file));
    entries.add(entry);
    entries.sort(ORDER);
    makeRoom(entries, gone);
    return new Written(entry, gone);
  }

  /** What its name says. */
  private static Checkpoint.Reason reason(Checkpoint checkpoint) {
    return checkpoint.reason().lasting() ? checkpoint.reason() : Checkpoint.Reason.DUE;
  }

  private static String name(Checkpoint checkpoint) {
    String reason = checkpoint.reason().lasting() ? "-" + checkpoint.reason().word() : "";
    return String.format(Locale.ROOT, "step-%09d%s.safetensors", checkpoint.step(), reason);
  }

  private void makeRoom(List<CheckpointEntry> entries, List<Path> gone) throws IOException {
    long bytes = entries.stream().mapToLong(CheckpointEntry::bytes).sum();
    Optional<CheckpointEntry> densest = densest(entries);
    while (bytes > budget && densest.isPresent()) {
      Files.deleteIfExists(densest.get().file());
      gone.add(densest.get().file());
      bytes -= densest.get().bytes();
      entries.remove(densest.get());
      densest = densest(entries);
    }
  }

  private static Optional<CheckpointEntry> densest(List<CheckpointEntry> entries) {
    CheckpointEntry found = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < entries.size() - 1; i++) {
      double gap = (entries.get(i + 1).step() + 1.0) / (entries.get(i - 1).step() + 1.0);
      if (!entries.get(i).reason().lasting() && gap < least) {
        least = gap;
        found = entries.get(i);
      }
    }
    return Optional.ofNullable(found);
  }

  /** The checkpoints in a folder by their step, empty where there is no such folder. */
  public static List<CheckpointEntry> list(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<CheckpointEntry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && Files.isRegularFile(file)) {
          entry(name, file).ifPresent(entries::add);
        }
      }
    }
    entries.sort(ORDER);
    return entries;
  }

  private static Optional<CheckpointEntry> entry(Matcher name, Path file) throws IOException {
    long step = Long.parseLong(name.group(1));
    Optional<Checkpoint.Reason> reason =
        name.group(2) == null
            ? Optional.of(Checkpoint.Reason.DUE)
            : Checkpoint.Reason.of(name.group(2));
    if (step > Integer.MAX_VALUE || reason.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CheckpointEntry((int) step, reason.get(), file, Files.size(file)));
  }
}
