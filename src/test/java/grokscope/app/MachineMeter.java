package grokscope.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Measures how much processor time the machine charges for work that is not done: on a shared
 * machine, time that other guests take is counted as the thread's own. A small piece of work of
 * always the same size is timed again and again; what it takes beyond its shortest time was a
 * stall.
 */
final class MachineMeter implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS_OF_WORK = 200_000;
  private static final int PIECES_TO_COMPILE = 200;

  private final Thread watch = new Thread(this::watch, "machine-meter");
  private volatile long shortest = Long.MAX_VALUE;
  private volatile long longest;
  private volatile long result;

  MachineMeter() {
    for (int i = 0; i < PIECES_TO_COMPILE; i++) {
      shortest = Math.min(shortest, piece());
    }
    watch.setDaemon(true);
    watch.start();
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        longest = Math.max(longest, piece());
        TimeUnit.MILLISECONDS.sleep(3);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Processor nanoseconds of one piece of work. */
  private long piece() {
    long before = THREADS.getCurrentThreadCpuTime();
    long x = result + 1;
    for (int i = 0; i < ROUNDS_OF_WORK; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
    }
    result = x;
    return THREADS.getCurrentThreadCpuTime() - before;
  }

  /** The longest stall since this meter was made. */
  double longestStallMillis() {
    return Math.max(0, longest - shortest) / 1e6;
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
