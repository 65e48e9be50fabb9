package grokscope.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns an interruption of the program into a request to stop, and holds the program open until the
 * command that asked has finished its last words. Made and closed on the main thread.
 */
public final class CtrlC implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Runnable stop;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "ctrl-c");
  private volatile boolean caught;

  /** From now on an interruption runs {@code stop}, on a thread of its own. */
  public CtrlC(Runnable stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the program was interrupted. */
  public boolean caught() {
    return caught;
  }

  private void interrupted() {
    caught = true;
    SecondTime.endsTheProgram();
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

  /** A second one ends the program at once; while it is ending, the machine would ignore it. */
  private static final class SecondTime {
    private SecondTime() {}

    /** The next interruption ends the program without any last words. */
    static void endsTheProgram() {
      // By name: signals are no part of the platform's own interface, and a runtime may lack them.
      try {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object ending =
            Proxy.newProxyInstance(
                CtrlC.class.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> handled(method));
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ending);
      } catch (ClassNotFoundException
          | NoSuchMethodException
          | InstantiationException
          | IllegalAccessException
          | InvocationTargetException without) {
        // Then the second one is ignored, and the first one has its time.
      }
    }

    private static @Nullable Object handled(Method method) {
      if (method.getName().equals("handle")) {
        Runtime.getRuntime().halt(Verdict.INTERRUPTED);
      }
      return null;
    }
  }
}
