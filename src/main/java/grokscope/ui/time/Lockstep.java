package grokscope.ui.time;

import grokscope.run.checkpoint.CheckpointEntry;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Keeps two runs at the same step: whichever of them is moved, the other goes to its last
 * checkpoint that is not later. FX thread only; needs no toolkit.
 */
final class Lockstep {
  private final BooleanProperty on = new SimpleBooleanProperty(false);
  private boolean moving;

  /** One of the two. */
  record Hand(Timeline timeline, TimeCursor cursor) {}

  /**
   * Not on yet.
   *
   * @param leader whom the other follows when it is switched on, or has more checkpoints
   */
  Lockstep(Hand leader, Hand other) {
    leader.cursor().pinnedProperty().addListener(change -> follow(leader, other));
    other.cursor().pinnedProperty().addListener(change -> follow(other, leader));
    other.timeline().entriesProperty().addListener(change -> follow(leader, other));
    on.addListener(change -> follow(leader, other));
  }

  BooleanProperty onProperty() {
    return on;
  }

  private void follow(Hand moved, Hand other) {
    if (!on.get() || moving) {
      return;
    }
    moving = true; // or they would chase each other
    try {
      Optional<CheckpointEntry> chosen = moved.cursor().pinnedProperty().get();
      int end = moved.timeline().endProperty().get();
      if (chosen.isEmpty() && other.timeline().endProperty().get() <= end) {
        other.cursor().live();
      } else {
        other.cursor().reach(chosen.map(CheckpointEntry::step).orElse(end));
      }
    } finally {
      moving = false;
    }
  }
}
