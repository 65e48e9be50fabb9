package grokscope.train.look;

import grokscope.kernel.Matrix;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.Worker;

/**
 * A batch that has just gone forward. One lane's thread, until its next pass.
 *
 * @param lane which one
 * @param ids the examples of all batches; those of this one are ids[from], ids[from + 1], …
 * @param from where this one's start
 * @param worker what brought it forward
 * @param logits a row for each answer, first every example's first one
 */
// A plain array on purpose: nothing compares these.
@SuppressWarnings("ArrayRecordComponent")
public record ForwardPass(
    int lane, int[] ids, int from, Batch batch, Worker worker, Matrix logits) {
  public int size() {
    return batch.size();
  }

  /** The row of the task's table of the batch's i-th example. */
  int example(int i) {
    return ids[from + i];
  }

  Activations inside() {
    return worker.inside(batch);
  }
}
