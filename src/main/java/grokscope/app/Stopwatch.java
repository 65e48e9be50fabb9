package grokscope.app;

import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import java.util.function.LongSupplier;

/**
 * Times a run from the end of its warm-up to its end. Written by the trainer thread; read when the
 * run is over.
 */
final class Stopwatch implements RunListener {
  private static final double NANOS = 1e9;

  private final LongSupplier clock;
  private final int warmUp;
  private volatile long started;
  private volatile double stepsPerSecond;

  Stopwatch(LongSupplier clock, int warmUp) {
    this.clock = clock;
    this.warmUp = warmUp;
  }

  double stepsPerSecond() {
    return stepsPerSecond;
  }

  @Override
  public void happened(RunEvent event) {
    if (!(event instanceof RunEvent.StateChanged changed)) {
      return;
    }
    if (changed.state() == RunState.RUNNING && event.step() == warmUp) {
      started = clock.getAsLong();
    } else if (changed.state() == RunState.FINISHED) {
      stepsPerSecond = (event.step() - warmUp) * NANOS / Math.max(1, clock.getAsLong() - started);
    }
  }
}
