package grokscope.ui.time;

import grokscope.config.RunConfig;
import grokscope.run.CheckpointEntry;
import grokscope.run.RunFolder;
import grokscope.train.Stilled;
import grokscope.ui.picture.Seen;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The steps of the shown run from which a network is kept. While the run goes on they are looked up
 * again and again. FX thread only; needs no toolkit.
 */
public final class Timeline {
  private static final long GAP = 1_000_000_000; // nanoseconds between two looks
  private static final long AFTERWARDS = 5_000_000_000L; // the last ones are written after the end

  private final Archive archive;
  private final ReadOnlyObjectWrapper<List<CheckpointEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Seen>> only =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper end = new ReadOnlyIntegerWrapper(0);
  private Optional<RunFolder> folder = Optional.empty();
  private RunConfig config; // null before the first run
  private long run;
  private boolean listed;
  private long lookedAt = Long.MIN_VALUE;
  private long activeAt;

  /** Nothing is shown yet. */
  public Timeline(Archive archive) {
    this.archive = archive;
  }

  /**
   * Another run is shown.
   *
   * @param shown the id that its telemetry carries; negative when the trainer does not have it
   * @param began its network, its data and its split
   */
  public void begin(long shown, RunConfig began, Optional<RunFolder> recorded) {
    run = shown;
    config = began;
    folder = recorded;
    listed = folder.isEmpty();
    lookedAt = Long.MIN_VALUE;
    end.set(0);
    only.set(Optional.empty());
    entries.set(List.of());
  }

  /** A network is shown that has no steps here. */
  public void begin(Stilled network, String source) {
    begin(network.run(), network.config(), Optional.empty());
    only.set(Optional.of(Seen.of(network, source)));
  }

  /**
   * Looks up what there is, if it is time to.
   *
   * @param step how far the run has come
   * @param active whether it may go on
   */
  public void frame(int step, boolean active, long nanos) {
    if (active) {
      activeAt = nanos;
    }
    boolean first = lookedAt == Long.MIN_VALUE;
    if (folder.isEmpty() || !(first || (nanos - lookedAt > GAP && nanos - activeAt < AFTERWARDS))) {
      return;
    }
    lookedAt = nanos;
    long asked = run;
    archive.list(
        folder.get(),
        found -> {
          if (asked == run) {
            listed = true;
            end.set(Math.max(step, found.isEmpty() ? 0 : found.get(found.size() - 1).step()));
            entries.set(List.copyOf(found));
          }
        });
  }

  /** The id of the run that is shown; 0 before the first. */
  long run() {
    return run;
  }

  /** What it began with. */
  RunConfig config() {
    return config;
  }

  /** Whether the trainer has its network, so that it can be seen as it is now. */
  boolean live() {
    return run >= 0;
  }

  /** The one network there is, where it has no steps. */
  ReadOnlyObjectProperty<Optional<Seen>> onlyProperty() {
    return only.getReadOnlyProperty();
  }

  /** Whether it is known which checkpoints there are. */
  boolean listed() {
    return listed;
  }

  /** The checkpoints, by their step. */
  public ReadOnlyObjectProperty<List<CheckpointEntry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  List<CheckpointEntry> entries() {
    return entries.get();
  }

  /** The last step of the axis. */
  ReadOnlyIntegerProperty endProperty() {
    return end.getReadOnlyProperty();
  }

  /** The last checkpoint. */
  public Optional<CheckpointEntry> last() {
    return entries().isEmpty()
        ? Optional.empty()
        : Optional.of(entries().get(entries().size() - 1));
  }

  /** The place in the list of the checkpoint that is nearest to a step; −1 without any. */
  int nearest(double step) {
    int found = -1;
    for (int i = 0; i < entries().size(); i++) {
      if (found < 0
          || Math.abs(entries().get(i).step() - step)
              < Math.abs(entries().get(found).step() - step)) {
        found = i;
      }
    }
    return found;
  }
}
