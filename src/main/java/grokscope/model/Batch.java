package grokscope.model;

import grokscope.task.Examples;

/**
 * A number of examples in the form in which a network reads them. Filled by the trainer thread,
 * read by one lane.
 *
 * <p>Its answers, and the rows of its logits, are in the order of positions: first every example's
 * first answer, then every example's second, and so on.
 */
public interface Batch extends AutoCloseable {
  /** Takes {@link #size} examples, those at ids[from], ids[from + 1], … */
  void fill(Examples examples, int[] ids, int from);

  /** How many examples. */
  int size();

  /** The right answers. */
  Answers answers();

  /** Frees what it has outside the heap; a batch that has nothing there ignores it. */
  @Override
  default void close() {}
}
