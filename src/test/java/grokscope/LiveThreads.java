package grokscope;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The threads of a name. An executor that has terminated has no work left, but its thread is still
 * alive for the moment that it takes to leave its last method, so a count waits for it.
 */
public final class LiveThreads {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private LiveThreads() {}

  /** The threads of this name, once there are at most so many, or after two seconds. */
  public static List<Thread> named(String name, int atMost) throws InterruptedException {
    Supplier<List<Thread>> alive =
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().equals(name))
                .toList();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (alive.get().size() > atMost && System.nanoTime() < until) {
      Thread.sleep(1);
    }
    return alive.get();
  }
}
