package grokscope.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Measures for how long the FX thread is busy at a stretch: how much processor time it spends
 * between the posting of a small task and its execution. Processor time and not clock time, because
 * on a loaded machine the thread also waits for its turn.
 */
final class FxBusyMeter implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final long SUSPICIOUS_MILLIS = 40;

  private final Thread fxThread;
  private final Thread watch = new Thread(this::watch, "fx-busy-meter");
  private volatile Stretch longest = new Stretch(0, "");
  private volatile boolean closed;

  /**
   * A time in which the FX thread did not get to a small task.
   *
   * @param millis processor time that it spent
   * @param where what it was doing after every {@value #SUSPICIOUS_MILLIS} ms of it
   */
  record Stretch(double millis, String where) {}

  FxBusyMeter() throws InterruptedException, ExecutionException {
    CompletableFuture<Thread> found = new CompletableFuture<>();
    Platform.runLater(() -> found.complete(Thread.currentThread()));
    fxThread = found.get();
    watch.setDaemon(true);
    watch.start();
  }

  private void watch() {
    try {
      while (!closed) {
        CountDownLatch done = new CountDownLatch(1);
        long before = THREADS.getThreadCpuTime(fxThread.getId());
        Platform.runLater(done::countDown);
        String where = "";
        while (!done.await(SUSPICIOUS_MILLIS, TimeUnit.MILLISECONDS) && !closed) {
          where +=
              Arrays.stream(fxThread.getStackTrace())
                  .map(StackTraceElement::toString)
                  .collect(Collectors.joining("\n  ", "\nthen\n  ", ""));
        }
        double millis = (THREADS.getThreadCpuTime(fxThread.getId()) - before) / 1e6;
        if (millis > longest.millis()) {
          longest = new Stretch(millis, where);
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest stretch since this meter was made. */
  Stretch longest() {
    return longest;
  }

  @Override
  public void close() {
    closed = true;
    watch.interrupt();
  }
}
