package grokscope.ui.session;

import grokscope.config.InvalidConfig;
import grokscope.train.loop.ErrorWords;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one daemon thread {@code runs} that reads and moves stored runs for a window, in the order in
 * which it was asked. Any thread may ask; answers arrive on the FX thread.
 */
public final class BackgroundReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundReader.class);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "runs");
            made.setDaemon(true);
            return made;
          });
  private final Executor fx;
  private final Path logs;

  /**
   * A thread without work.
   *
   * @param fx does things on the FX thread
   * @param logs the folder of the log, which messages about errors point to
   */
  public BackgroundReader(Executor fx, Path logs) {
    this.fx = fx;
    this.logs = logs;
  }

  /** Work that may be refused. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does it.
     *
     * @throws InvalidConfig with one sentence that says why not
     */
    T call() throws InvalidConfig;
  }

  /**
   * Does work on the reader's thread, then hands over the result, or a sentence that says why there
   * is none.
   */
  public <T> void ask(Work<T> work, Consumer<T> done, Consumer<String> refused) {
    try {
      thread.execute(() -> answer(work, done, refused));
    } catch (RejectedExecutionException closed) {
      // The window is closed, so nobody waits for an answer.
    }
  }

  private <T> void answer(Work<T> work, Consumer<T> done, Consumer<String> refused) {
    try {
      T result = work.call();
      fx.execute(() -> done.accept(result));
    } catch (InvalidConfig reason) {
      fx.execute(() -> refused.accept(reason.getMessage()));
    } catch (RuntimeException | OutOfMemoryError broken) {
      LOG.error("Work on stored runs broke off", broken);
      fx.execute(() -> refused.accept(inWords(broken)));
    }
  }

  private String inWords(Throwable broken) {
    return "Something went wrong ("
        + ErrorWords.of(broken)
        + "). The log in "
        + logs
        + " says more.";
  }

  /** Accepts no more work; what is being done is finished. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
