package grokscope.ui;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/**
 * Calls an action many times a second while the window can be seen. FX thread only.
 *
 * <p>Every call draws the charts anew, which takes some ten milliseconds of two threads where the
 * drawing is done in software. The trainer wants every processor, and its threads wait for each
 * other, so on a machine with few of them frames are fewer: 12 in a second instead of 30.
 */
final class FrameClock extends AnimationTimer {
  /** A little under two frames of a 60 Hz screen, so that every second frame is taken. */
  private static final long GAP = 32_000_000L;

  private static final long WIDE_GAP = 80_000_000L;
  private static final int MANY_PROCESSORS = 4;

  private final BooleanSupplier visible;
  private final Runnable action;
  private final long gap =
      Runtime.getRuntime().availableProcessors() < MANY_PROCESSORS ? WIDE_GAP : GAP;
  private long last = Long.MIN_VALUE / 2;

  FrameClock(BooleanSupplier visible, Runnable action) {
    this.visible = visible;
    this.action = action;
  }

  @Override
  public void handle(long now) {
    if (now - last >= gap && visible.getAsBoolean()) {
      last = now;
      action.run();
    }
  }
}
