package grokscope.ui.session;

import java.util.function.LongSupplier;

/** Goes on from when it is made; what it shows is taken now and then. FX thread only. */
final class Stopwatch {
  private static final double NANOS = 1e9; // in a second

  private final LongSupplier clock;
  private final long began;
  private long taken;

  /**
   * One that begins now and shows 0.
   *
   * @param clock nanoseconds
   */
  Stopwatch(LongSupplier clock) {
    this.clock = clock;
    this.began = clock.getAsLong();
    this.taken = began;
  }

  /** Takes the time. */
  void take() {
    taken = clock.getAsLong();
  }

  /** The time taken last, in seconds. */
  double seconds() {
    return (taken - began) / NANOS;
  }
}
