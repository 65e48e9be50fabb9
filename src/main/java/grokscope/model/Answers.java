package grokscope.model;

import grokscope.task.Examples;

/**
 * The right answers of a batch: first every example's first one, then every example's second, and
 * so on. Filled by the trainer thread, read by one lane.
 */
public final class Answers {
  private final int size;
  private final int[] all;
  private final int[][] at; // the same, apart

  /** Room for this many examples with this many answers each. */
  public Answers(int size, int perExample) {
    this.size = size;
    this.all = new int[size * perExample];
    this.at = perExample == 1 ? new int[][] {all} : new int[perExample][size];
  }

  /** Takes the answers of some examples: {@code ids} from an index on. */
  public void fill(Examples examples, int[] ids, int from) {
    for (int n = 0; n < at.length; n++) {
      for (int i = 0; i < size; i++) {
        at[n][i] = examples.answer(ids[from + i], n);
        all[n * size + i] = at[n][i];
      }
    }
  }

  /** How many examples there are. */
  public int size() {
    return size;
  }

  /** How many answers an example has. */
  public int perExample() {
    return at.length;
  }

  /** One class, or row of values, for each row of the logits. */
  public int[] all() {
    return all;
  }

  /** Every example's n-th answer. */
  public int[] at(int n) {
    return at[n];
  }
}
