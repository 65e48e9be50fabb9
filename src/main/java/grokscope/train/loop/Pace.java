package grokscope.train.loop;

import java.util.function.LongSupplier;

/**
 * How fast steps are taken: over the last second or so for the screen, and over the whole running
 * time for the summary; and how much time they took. Trainer thread only.
 */
final class Pace {
  private static final double NANOS = 1e9;
  private static final long WINDOW = 1_000_000_000L;

  private final LongSupplier clock;
  private double earlier; // seconds, of the steps before this run went on
  private boolean running;
  private long runningNanos;
  private int runningSteps;
  private long resumedAt;
  private int resumedStep;
  private long windowStart;
  private int windowStep;
  private double recent;

  /** A pace by a clock in nanoseconds. */
  Pace(LongSupplier clock) {
    this.clock = clock;
  }

  /** Counts the time of steps that were taken before, in seconds; NaN if nobody knows it. */
  void goOn(double seconds) {
    earlier = seconds;
  }

  void resume(int step) {
    running = true;
    resumedAt = clock.getAsLong();
    resumedStep = step;
    windowStart = resumedAt;
    windowStep = step;
    recent = 0;
  }

  void pause(int step) {
    running = false;
    runningNanos += clock.getAsLong() - resumedAt;
    runningSteps += step - resumedStep;
  }

  /** Steps per second lately; 0 in the first moments. */
  double recent(int step) {
    long now = clock.getAsLong();
    long passed = now - windowStart;
    if (passed >= WINDOW || (recent == 0 && passed >= WINDOW / 5)) {
      recent = (step - windowStep) * NANOS / passed;
      if (passed >= WINDOW) {
        windowStart = now;
        windowStep = step;
      }
    }
    return recent;
  }

  /** The time of all steps so far in seconds, without pauses; NaN if nobody knows it. */
  double seconds() {
    long now = running ? clock.getAsLong() - resumedAt : 0;
    return earlier + (runningNanos + now) / NANOS;
  }

  /** Steps per second of running time so far; call after {@link #pause}. */
  double overall() {
    return runningNanos == 0 ? 0 : runningSteps * NANOS / runningNanos;
  }
}
