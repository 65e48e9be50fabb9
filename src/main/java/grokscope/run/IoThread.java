package grokscope.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one daemon thread {@code io} that writes files, in the order in which it was asked. Any
 * thread may hand it work; handing over never waits.
 */
final class IoThread implements AutoCloseable {
  private static final long CLOSE_SECONDS = 10;

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread thread = new Thread(work, "io");
            thread.setDaemon(true);
            return thread;
          });

  /** Queues work; false when the thread has ended. */
  boolean offer(Runnable work) {
    try {
      executor.execute(work);
      return true;
    } catch (RejectedExecutionException ended) {
      return false;
    }
  }

  /** Waits until everything that was queued before is done; false when it took too long. */
  boolean drain() {
    CountDownLatch done = new CountDownLatch(1);
    if (offer(done::countDown)) {
      try {
        // A disk that hangs must not keep the program from closing.
        return done.await(CLOSE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
    return true; // nothing is queued any more, or nobody wants to wait
  }

  /** Finishes what is queued, then ends the thread. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
