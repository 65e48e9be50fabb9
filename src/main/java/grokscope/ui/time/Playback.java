package grokscope.ui.time;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Goes through the checkpoints from the one that is looked at to the last, each as long as the
 * others. FX thread only; needs no toolkit.
 */
final class Playback {
  private static final double NANOS = 1e9; // in a second

  private final Timeline timeline;
  private final TimeCursor timeCursor;
  private final BooleanProperty playing = new SimpleBooleanProperty(false);
  private final ObjectProperty<Integer> seconds = new SimpleObjectProperty<>(10);
  private long began = -1; // nanoseconds
  private int from; // the checkpoint at which it began

  Playback(Timeline timeline, TimeCursor timeCursor) {
    this.timeline = timeline;
    this.timeCursor = timeCursor;
    playing.addListener((property, before, now) -> start(now));
  }

  /** Whether it is playing; from the last checkpoint it starts again at the first. */
  BooleanProperty playingProperty() {
    return playing;
  }

  /** How long all checkpoints take. */
  ObjectProperty<Integer> secondsProperty() {
    return seconds;
  }

  private void start(boolean plays) {
    int index = timeCursor.index();
    if (plays && (index < 0 || index == timeline.entries().size() - 1)) {
      timeCursor.at(0);
    }
    began = -1;
  }

  /**
   * Goes to the checkpoint that it is time for, when a network has come meanwhile. Where networks
   * come slowly, some are left out.
   */
  void frame(long nanos) {
    if (!playing.get()) {
      return;
    }
    int last = timeline.entries().size() - 1;
    if (last < 0 || !timeCursor.pinned()) {
      playing.set(false); // another run has begun, or somebody has gone back to now
      return;
    }
    if (began < 0) {
      began = nanos;
      from = timeCursor.index();
    }
    boolean there =
        timeCursor.source().network().isPresent() || !timeCursor.source().missing().isEmpty();
    if (!there) {
      return;
    }
    double each = seconds.get() * NANOS / Math.max(1, last);
    int due = from + (int) ((nanos - began) / each);
    if (timeCursor.index() >= last) {
      playing.set(due <= last); // the last one is seen as long as the others
    } else if (due > timeCursor.index()) {
      timeCursor.at(Math.min(due, last));
    }
  }
}
