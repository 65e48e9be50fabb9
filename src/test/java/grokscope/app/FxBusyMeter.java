package grokscope.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Measures for how long the FX thread is busy at a stretch: how much processor time it spends
 * between the posting of a small task and its execution. Processor time and not clock time, because
 * on a loaded machine the thread also waits for its turn.
 */
final class FxBusyMeter implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long fxThread;
  private final AtomicLong longest = new AtomicLong();
  private final Thread watch = new Thread(this::watch, "fx-busy-meter");
  private volatile boolean closed;

  FxBusyMeter() throws InterruptedException {
    AtomicLong id = new AtomicLong();
    CountDownLatch known = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          id.set(Thread.currentThread().getId());
          known.countDown();
        });
    known.await();
    fxThread = id.get();
    watch.setDaemon(true);
    watch.start();
  }

  private void watch() {
    try {
      while (!closed) {
        CountDownLatch done = new CountDownLatch(1);
        long before = THREADS.getThreadCpuTime(fxThread);
        Platform.runLater(done::countDown);
        if (done.await(10, TimeUnit.SECONDS)) {
          longest.accumulateAndGet(THREADS.getThreadCpuTime(fxThread) - before, Math::max);
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest stretch since the last call, in milliseconds. */
  double longestMillis() {
    return longest.getAndSet(0) / 1e6;
  }

  @Override
  public void close() {
    closed = true;
    watch.interrupt();
  }
}
