package grokscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads spoilt files on a thread of its own, and looks at how each is taken. */
public final class PatientReader implements AutoCloseable {
  private static final long LONGEST_SECONDS = 2; // of its own: others may keep it waiting
  private static final long PATIENCE_SECONDS = 60;
  private static final long MOST_BYTES = 256_000_000;
  private static final int LONGEST_WORDS = 2000;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Class<? extends Exception> refusal;
  private int refused;

  /** A reader that allows one kind of exception, with one sentence in it. */
  public PatientReader(Class<? extends Exception> refusal) {
    this.refusal = refusal;
  }

  /** Reads a file. */
  @FunctionalInterface
  public interface Reading {
    /** Reads it, or refuses it. */
    void read() throws Exception;
  }

  /** Fails when the reading crashes, hangs, takes too much memory, or refuses in bad words. */
  public void take(String what, Reading reading) throws InterruptedException {
    Future<Long> bytes = thread.submit(() -> bytes(what, reading));
    try {
      assertThat(bytes.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("bytes allocated for %s", what)
          .isLessThan(MOST_BYTES);
    } catch (TimeoutException e) {
      throw new AssertionError(what + " did not end", e);
    } catch (ExecutionException e) {
      String words = e.getCause().getMessage();
      assertThat(e.getCause()).as(what).isExactlyInstanceOf(refusal);
      assertThat(words).as(what).isNotBlank().hasSizeLessThan(LONGEST_WORDS);
      assertThat(words.codePoints().filter(PatientReader::breaksLines)).as(what + words).isEmpty();
      refused++;
    }
  }

  /** How many files were refused. */
  public int refused() {
    return refused;
  }

  private long bytes(String what, Reading reading) throws Exception {
    long before = meter.getThreadAllocatedBytes(Thread.currentThread().getId());
    long start = meter.getCurrentThreadCpuTime();
    try {
      reading.read();
    } finally {
      assertThat(TimeUnit.NANOSECONDS.toSeconds(meter.getCurrentThreadCpuTime() - start))
          .as("seconds for %s", what)
          .isLessThan(LONGEST_SECONDS);
    }
    return meter.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  private static boolean breaksLines(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
