package grokscope.ui;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Calls an action some 30 times a second while the window can be seen. FX thread only. */
final class FrameClock extends AnimationTimer {
  /** A little under two frames of a 60 Hz screen, so that every second frame is taken. */
  private static final long GAP = 32_000_000L;

  private final BooleanSupplier visible;
  private final Runnable action;
  private long last = Long.MIN_VALUE / 2;

  FrameClock(BooleanSupplier visible, Runnable action) {
    this.visible = visible;
    this.action = action;
  }

  @Override
  public void handle(long now) {
    if (now - last >= GAP && visible.getAsBoolean()) {
      last = now;
      action.run();
    }
  }
}
