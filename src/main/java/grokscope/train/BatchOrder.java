package grokscope.train;

import grokscope.kernel.CarriedState;
import grokscope.kernel.RandomStream;

/**
 * The order in which mini-batches take the training examples: shuffled, each example once a pass; a
 * rest that does not fill a batch is left out of the pass. Trainer thread only.
 */
final class BatchOrder {
  private int[] ids;
  private final int batchSize;
  private final RandomStream random;
  private int next;

  BatchOrder(int[] trainingIds, int batchSize, RandomStream random) {
    this.ids = trainingIds.clone();
    this.batchSize = batchSize;
    this.random = random;
    this.next = ids.length; // shuffle before the first batch
  }

  /** The ids; the current batch starts at the index that {@link #advance} returned. */
  int[] ids() {
    return ids;
  }

  /** Carries the place in the order over to a resumed run; the stream is not its own. */
  void carry(CarriedState state) {
    next = state.count("batches.next", next);
    ids = state.examples("data.order", ids);
  }

  /** Goes to the next batch and returns where it starts. */
  int advance() {
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
}
