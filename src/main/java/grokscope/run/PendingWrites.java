package grokscope.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is still to be written, in its order. What fails is tried again whenever something new
 * comes, so a disk that was full for a while leaves no gap. Thread io only.
 */
final class PendingWrites {
  private final Deque<Writing> queue = new ArrayDeque<>();

  /** Something that is written whole, or fails and can be tried again. */
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }

  /** Adds something. */
  void add(Writing writing) {
    queue.add(writing);
  }

  /**
   * Writes as much as can be written.
   *
   * @throws IOException why the first of the rest could not be
   */
  void write() throws IOException {
    while (!queue.isEmpty()) {
      queue.peek().write();
      queue.remove();
    }
  }
}
