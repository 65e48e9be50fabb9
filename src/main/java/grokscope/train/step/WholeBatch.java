package grokscope.train.step;

import grokscope.kernel.StateArchive;

/** All training examples in every step, which are in its plan from the start. Immutable. */
final class WholeBatch implements StepData {
  @Override
  public void fill(LanePlan step) {
    // They are there.
  }

  @Override
  public void archive(StateArchive state) {
    // The next step sees the same.
  }
}
