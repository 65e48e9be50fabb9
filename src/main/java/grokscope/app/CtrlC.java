package grokscope.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns an interruption of the program into a request to stop, and holds the program open until the
 * command that asked has finished its last words. Made and closed on the main thread.
 */
final class CtrlC implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Runnable stop;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "ctrl-c");
  private volatile boolean caught;

  /** From now on an interruption runs {@code stop}, on a thread of its own. */
  CtrlC(Runnable stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the program was interrupted. */
  boolean caught() {
    return caught;
  }

  private void interrupted() {
    caught = true;
    SecondInterrupt.endsTheProgram();
    stop.run();
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last words are out: the program may end. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook is running; it has just been let go.
    }
  }
}
