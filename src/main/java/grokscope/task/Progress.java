package grokscope.task;

import java.util.concurrent.CancellationException;

/** Hears how far the making of a table has come. Trainer thread only. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress UNHEARD = (doing, share) -> {};

  /**
   * Something has been done.
   *
   * @param doing what is being done, in words: "reading images"
   * @param share how much of it is done, from 0 to 1
   * @throws CancellationException when the table is no longer wanted
   */
  void reached(String doing, double share);
}
