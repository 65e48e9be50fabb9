package grokscope.run.checkpoint;

import grokscope.telemetry.Checkpoint;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps copies from filling the memory when the disk is slower than the run. One that is merely due
 * is left out then; where somebody chose the distance, the run waits for the disk, but not for one
 * that hangs; those of an event always wait. Any thread.
 */
public final class CheckpointQueue {
  private static final int MOST = 8;
  private static final long MOST_BYTES = 100_000_000;
  private static final long PATIENCE_SECONDS = 2;

  private final Semaphore permits = new Semaphore(MOST);
  private final AtomicLong bytes = new AtomicLong();

  /** Whether the checkpoint may wait to be written; then {@link #leave} follows. */
  public boolean enter(Checkpoint checkpoint) {
    boolean enters =
        switch (checkpoint.reason()) {
          case DUE -> bytes.get() <= MOST_BYTES && permits.tryAcquire();
          case REGULAR -> waited();
          default -> true;
        };
    if (enters) {
      bytes.addAndGet(checkpoint.bytes());
    }
    return enters;
  }

  private boolean waited() {
    try {
      return permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** It has been written, or cannot be. */
  public void leave(Checkpoint checkpoint) {
    bytes.addAndGet(-checkpoint.bytes());
    if (checkpoint.reason() == Checkpoint.Reason.DUE
        || checkpoint.reason() == Checkpoint.Reason.REGULAR) {
      permits.release();
    }
  }
}
