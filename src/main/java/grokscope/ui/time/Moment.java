package grokscope.ui.time;

import grokscope.run.CheckpointEntry;
import grokscope.ui.picture.Seen;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * At which step pictures are looking: at a checkpoint, or at the run as it is now. Its weights are
 * read one checkpoint at a time; one that is not wanted any more when it comes is dropped. FX
 * thread only; needs no toolkit.
 */
public final class Moment {
  private static final String NO_NETWORK =
      "No network of this run is kept, so there is nothing to look at.";

  private final Timeline timeline;
  private final Archive archive;
  private final ReadOnlyObjectWrapper<Optional<CheckpointEntry>> entry =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<CheckpointEntry> pinned = Optional.empty();
  private Optional<CheckpointEntry> peeked = Optional.empty();
  private Seen seen = Seen.COMING; // of the checkpoint that is looked at
  private CheckpointEntry reading; // null when none is

  /** The run as it is now. */
  public Moment(Timeline timeline, Archive archive) {
    this.timeline = timeline;
    this.archive = archive;
    timeline.entriesProperty().addListener((property, before, now) -> choose());
  }

  /** Another run is shown, as it is now. */
  public void begin() {
    pinned = Optional.empty();
    peeked = Optional.empty();
    entry.set(Optional.empty());
    choose();
  }

  /** Looks at the checkpoint that is nearest to a step, if there is one. */
  public void pin(double step) {
    at(timeline.nearest(step));
  }

  /** Looks at the run as it is now. */
  public void live() {
    pinned = Optional.empty();
    choose();
  }

  /** Goes so many checkpoints on; back with a negative number. */
  void move(int by) {
    int now = index();
    int last = timeline.entries().size() - 1;
    at(Math.max(0, Math.min((now < 0 ? last + 1 : now) + by, last)));
  }

  /** Looks at a checkpoint by its place in the list. */
  void at(int index) {
    if (index >= 0 && index < timeline.entries().size()) {
      pinned = Optional.of(timeline.entries().get(index));
      choose();
    }
  }

  /**
   * Looks for a moment at the checkpoint that is nearest to a step, until that is over.
   *
   * @param step negative when it is over
   */
  public void peek(double step) {
    int index = step < 0 ? -1 : timeline.nearest(step);
    peeked = index < 0 ? Optional.empty() : Optional.of(timeline.entries().get(index));
    choose();
  }

  /** The checkpoint that is looked at; empty for the run as it is now. */
  public ReadOnlyObjectProperty<Optional<CheckpointEntry>> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  /** Whether somebody has chosen a step. */
  public boolean pinned() {
    return pinned.isPresent();
  }

  /** Its place in the list; −1 for the run as it is now. */
  int index() {
    return entry.get().map(timeline.entries()::indexOf).orElse(-1);
  }

  /** What pictures are to show. */
  public Seen seen() {
    if (entry.get().isPresent()) {
      return seen;
    }
    return timeline.onlyProperty().get().orElseGet(this::now);
  }

  private Seen now() {
    boolean nothing = !timeline.live() && timeline.listed();
    return timeline.live() ? Seen.LIVE : nothing ? Seen.nothing(NO_NETWORK) : Seen.COMING;
  }

  private void choose() {
    Optional<CheckpointEntry> wanted = peeked.or(() -> pinned);
    if (wanted.isEmpty() && !timeline.live()) {
      wanted = timeline.last();
    }
    if (!wanted.equals(entry.get())) {
      seen = Seen.COMING;
      entry.set(wanted);
      read();
    }
  }

  private void read() {
    if (reading != null || entry.get().isEmpty()) {
      return;
    }
    reading = entry.get().get();
    long run = timeline.run();
    CheckpointEntry asked = reading;
    archive.read(
        asked,
        run,
        timeline.config(),
        network -> take(run, asked, Seen.of(network)),
        sentence -> take(run, asked, Seen.nothing(sentence)));
  }

  private void take(long run, CheckpointEntry asked, Seen found) {
    reading = null;
    if (run == timeline.run() && entry.get().filter(asked::equals).isPresent()) {
      seen = found;
    } else {
      read();
    }
  }
}
