package grokscope.ui.time;

import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.ui.picture.PictureSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The step that the pictures show: a checkpoint, or the current state of the run. Its weights are
 * read one checkpoint at a time; one that is not wanted any more when it comes is dropped. FX
 * thread only; needs no toolkit.
 */
public final class TimeCursor {
  private static final String NO_NETWORK = "This run has no saved checkpoints.";

  private final Timeline timeline;
  private final Archive archive;
  private final ReadOnlyObjectWrapper<Optional<CheckpointEntry>> entry =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CheckpointEntry>> pinned =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<CheckpointEntry> peeked = Optional.empty();
  private PictureSource pictureSource = PictureSource.COMING; // of the checkpoint that is looked at
  private boolean reading;

  /** At the current state of the run. */
  public TimeCursor(Timeline timeline, Archive archive) {
    this.timeline = timeline;
    this.archive = archive;
    timeline.entriesProperty().addListener((property, before, now) -> choose());
    timeline.liveProperty().addListener((property, before, now) -> choose());
  }

  /** Another run is shown, in its current state. */
  public void begin() {
    entry.set(Optional.empty());
    live();
  }

  /** Looks at the checkpoint that is nearest to a step, if there is one. */
  public void pin(double step) {
    at(timeline.nearest(step));
  }

  /** Looks at the last checkpoint that is not later than a step; at the first if all are later. */
  void reach(int step) {
    int found = 0;
    while (found + 1 < timeline.entries().size()
        && timeline.entries().get(found + 1).step() <= step) {
      found++;
    }
    at(found);
  }

  /** Shows the current state of the run. */
  public void live() {
    choose(Optional.empty());
  }

  /** Moves on by this many checkpoints; back by a negative number. */
  public void move(int by) {
    int last = timeline.entries().size() - 1;
    int unchosen = timeline.live() ? last + 1 : last; // now is after the last checkpoint
    at(Math.max(0, Math.min((index() < 0 ? unchosen : index()) + by, last)));
  }

  /** Looks at a checkpoint by its place in the list. */
  void at(int index) {
    if (index >= 0 && index < timeline.entries().size()) {
      choose(Optional.of(timeline.entries().get(index)));
    }
  }

  /** What is chosen counts more than what the mouse happens to point at. */
  private void choose(Optional<CheckpointEntry> chosen) {
    peeked = Optional.empty();
    pinned.set(chosen);
    choose();
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

  /** The checkpoint that is shown; empty for the current state of the run. */
  public ReadOnlyObjectProperty<Optional<CheckpointEntry>> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  /** The chosen checkpoint; empty if none has been chosen. */
  public ReadOnlyObjectProperty<Optional<CheckpointEntry>> pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  /** Whether a checkpoint has been chosen. */
  public boolean pinned() {
    return pinned.get().isPresent();
  }

  /** The place in the list of the chosen one; −1 where nobody has chosen. */
  int index() {
    return pinned.get().map(timeline.entries()::indexOf).orElse(-1);
  }

  /** What pictures are to show. */
  public PictureSource source() {
    if (entry.get().isPresent()) {
      return pictureSource;
    }
    return timeline.onlyProperty().get().orElseGet(this::now);
  }

  private PictureSource now() {
    boolean nothing = !timeline.live() && timeline.listed();
    return timeline.live()
        ? PictureSource.LIVE
        : nothing ? PictureSource.nothing(NO_NETWORK) : PictureSource.COMING;
  }

  private void choose() {
    Optional<CheckpointEntry> wanted = peeked.or(pinned::get);
    if (wanted.isEmpty() && !timeline.live()) {
      wanted = timeline.last();
    }
    if (!wanted.equals(entry.get())) {
      pictureSource = PictureSource.COMING;
      entry.set(wanted);
      read();
    }
  }

  private void read() {
    if (reading || entry.get().isEmpty()) {
      return;
    }
    reading = true;
    long run = timeline.run();
    CheckpointEntry asked = entry.get().get();
    archive.read(
        asked,
        run,
        timeline.config(),
        network -> take(run, asked, PictureSource.of(network)),
        sentence -> take(run, asked, PictureSource.nothing(sentence)));
  }

  private void take(long run, CheckpointEntry asked, PictureSource found) {
    reading = false;
    if (run == timeline.run() && entry.get().filter(asked::equals).isPresent()) {
      pictureSource = found;
    } else {
      read();
    }
  }
}
