package grokscope.kernel.cpu;

import grokscope.kernel.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a backend's lanes. They sleep while there is no work. The trainer thread owns it.
 */
final class Lanes implements AutoCloseable {
  private final List<Semaphore> starts = new ArrayList<>();
  private final Semaphore done = new Semaphore(0);
  private volatile Backend.@Nullable LaneWork work; // none: the threads end
  private volatile @Nullable Throwable failure;

  Lanes(int count) {
    for (int lane = 1; lane < count; lane++) {
      Semaphore start = new Semaphore(0);
      starts.add(start);
      int mine = lane;
      Thread thread = new Thread(() -> serve(mine, start), "trainer-lane-" + lane);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void serve(int lane, Semaphore start) {
    while (true) {
      start.acquireUninterruptibly();
      Backend.LaneWork current = work;
      if (current == null) {
        return;
      }
      try {
        current.run(lane);
      } catch (RuntimeException | Error error) {
        failure = error;
      }
      done.release();
    }
  }

  void run(Backend.LaneWork next) {
    work = next;
    for (int i = 0; i < starts.size(); i++) {
      starts.get(i).release();
    }
    try {
      next.run(0);
    } finally {
      done.acquireUninterruptibly(starts.size());
    }
    Throwable cause = failure;
    if (cause != null) {
      failure = null;
      throw new IllegalStateException("a lane failed: " + cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    work = null;
    starts.forEach(Semaphore::release);
  }
}
