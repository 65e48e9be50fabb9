package grokscope.train.step;

import grokscope.kernel.RandomStream;
import grokscope.kernel.StateArchive;
import grokscope.task.Examples;

/**
 * Mini-batches of the training examples, in a shuffled order: each example once a pass; a rest that
 * does not fill a batch is left out of the pass. Trainer thread only.
 */
public final class ShuffledBatches implements StepData {
  private final Examples examples;
  private int[] ids;
  private final int batchSize;
  private final RandomStream random;
  private int next;

  public ShuffledBatches(Examples examples, int[] trainingIds, int batchSize, RandomStream random) {
    this.examples = examples;
    this.ids = trainingIds.clone();
    this.batchSize = batchSize;
    this.random = random;
    this.next = ids.length; // shuffle before the first batch
  }

  @Override
  public void fill(LanePlan step) {
    int start = advance();
    step.fill(examples, ids, start);
  }

  /** The ids; the current batch starts at the index that {@link #advance} returned. */
  public int[] ids() {
    return ids;
  }

  /** Goes to the next batch and returns where it starts. */
  public int advance() {
    if (next + batchSize > ids.length) {
      for (int i = ids.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int other = ids[j];
        ids[j] = ids[i];
        ids[i] = other;
      }
      next = 0;
    }
    int start = next;
    next += batchSize;
    return start;
  }

  /** The place in the order; whoever made this archives the stream. */
  @Override
  public void archive(StateArchive state) {
    next = state.count("batches.next", next);
    ids = state.examples("data.order", ids);
  }
}
