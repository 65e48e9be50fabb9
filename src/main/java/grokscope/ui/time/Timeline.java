package grokscope.ui.time;

import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.telemetry.RunEvent;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.picture.PictureSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the shown run from which a network is kept: those that were there when it was shown,
 * and those that it has told of since. FX thread only; needs no toolkit.
 */
public final class Timeline {
  /** How long the axis stands still while a run is in progress, in nanoseconds. */
  private static final long GAP = 1_000_000_000;

  private final Archive archive;
  private final ReadOnlyObjectWrapper<List<CheckpointEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<PictureSource>> only =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper end = new ReadOnlyIntegerWrapper(0);
  private Optional<RunFolder> folder = Optional.empty();
  private @Nullable RunConfig config;
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
  private long run;
  private boolean listed;
  private final List<RunEvent.CheckpointKept> news = new ArrayList<>(); // not among the entries yet
  private boolean moved; // the axis, since the run is shown
  private long movedAt;

  /** Nothing is shown yet. */
  public Timeline(Archive archive) {
    this.archive = archive;
  }

  /**
   * Another run is shown.
   *
   * @param shown the id that its telemetry carries; negative for a run that sends none
   * @param began its network, its data and its split
   */
  public void begin(long shown, RunConfig began, Optional<RunFolder> recorded) {
    run = shown;
    config = began;
    folder = recorded;
    listed = folder.isEmpty();
    moved = false;
    news.clear();
    end.set(0);
    only.set(Optional.empty());
    entries.set(List.of());
    live.set(shown >= 0);
    folder.ifPresent(this::list);
  }

  private void list(RunFolder of) {
    long asked = run;
    archive.list(
        of,
        found -> {
          if (asked == run) {
            listed = true;
            moved = false; // they are shown at once
            entries.set(List.copyOf(found));
          }
        });
  }

  /** A checkpoint of a run was kept. */
  public void onCheckpoint(RunEvent.CheckpointKept checkpoint) {
    if (checkpoint.run() == run) {
      news.add(checkpoint);
    }
  }

  /** A network is shown that has no steps here. */
  public void begin(StoredNetwork network, String source) {
    begin(network.run(), network.config(), Optional.empty());
    only.set(Optional.of(PictureSource.of(network, source)));
  }

  /**
   * Shows how far the run has come: while it goes on, once a second, as a line that comes and goes
   * with every frame cannot be hit; at once when it is over, or has kept something that lasts.
   *
   * @param step how far the run has come
   * @param active whether it may go on
   */
  public void frame(int step, boolean active, long nanos) {
    boolean lasting = news.stream().anyMatch(checkpoint -> checkpoint.reason().lasting());
    if (!listed || (moved && active && !lasting && nanos - movedAt < GAP)) {
      return;
    }
    moved = true;
    movedAt = nanos;
    if (!news.isEmpty()) {
      List<CheckpointEntry> now = new ArrayList<>(entries());
      news.forEach(checkpoint -> add(now, checkpoint));
      news.clear();
      entries.set(List.copyOf(now));
    }
    end.set(Math.max(step, last().map(CheckpointEntry::step).orElse(0)));
  }

  /** Adds one that may be there already, in place of those that are gone. */
  private static void add(List<CheckpointEntry> entries, RunEvent.CheckpointKept kept) {
    entries.removeIf(
        entry -> entry.file().equals(kept.file()) || kept.gone().contains(entry.file()));
    int place = 0;
    while (place < entries.size() && entries.get(place).step() < kept.step()) {
      place++;
    }
    entries.add(place, new CheckpointEntry(kept.step(), kept.reason(), kept.file(), kept.bytes()));
  }

  /** The id of the run that is shown; 0 before the first. */
  long run() {
    return run;
  }

  /** What it began with; there must be a run. */
  RunConfig config() {
    return Objects.requireNonNull(config, "no run has been shown yet");
  }

  /** Whether the trainer has its network, so that its current state can be shown. */
  ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  boolean live() {
    return live.get();
  }

  /** Another run has begun since, so the trainer has its network no more. */
  void letGo() {
    live.set(false);
  }

  /** The one network there is, where it has no steps. */
  ReadOnlyObjectProperty<Optional<PictureSource>> onlyProperty() {
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
