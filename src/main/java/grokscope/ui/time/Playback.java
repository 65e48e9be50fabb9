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
  private final Moment moment;
  private final BooleanProperty playing = new SimpleBooleanProperty(false);
  private final ObjectProperty<Integer> seconds = new SimpleObjectProperty<>(10);
  private long movedAt;

  Playback(Timeline timeline, Moment moment) {
    this.timeline = timeline;
    this.moment = moment;
    playing.addListener((property, before, now) -> start(now));
  }

  /** Whether it goes on; from the last checkpoint it begins with the first. */
  BooleanProperty playingProperty() {
    return playing;
  }

  /** How long all checkpoints take. */
  ObjectProperty<Integer> secondsProperty() {
    return seconds;
  }

  private void start(boolean plays) {
    int index = moment.index();
    if (plays && (index < 0 || index == timeline.entries().size() - 1)) {
      moment.at(0);
    }
    movedAt = 0;
  }

  /** Goes to the next checkpoint when it is time to, and a network has come meanwhile. */
  void frame(long nanos) {
    if (!playing.get()) {
      return;
    }
    if (movedAt == 0) {
      movedAt = nanos;
    }
    int count = timeline.entries().size();
    if (count == 0 || !moment.pinned()) {
      playing.set(false); // another run has begun, or somebody has gone back to now
      return;
    }
    double each = seconds.get() * NANOS / Math.max(1, count - 1);
    boolean there = moment.seen().network().isPresent() || !moment.seen().missing().isEmpty();
    if (nanos - movedAt < each || !there) {
      return;
    }
    movedAt = nanos;
    if (moment.index() >= count - 1) {
      playing.set(false);
    } else {
      moment.move(1);
    }
  }
}
