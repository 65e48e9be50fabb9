package grokscope.train;

import grokscope.kernel.CarriedState;
import grokscope.task.Examples;

/** Mini-batches of the training examples. Trainer thread only. */
record ShuffledBatches(Examples examples, BatchOrder order) implements StepData {
  @Override
  public void fill(LanePlan step) {
    step.fill(examples, order.ids(), order.advance());
  }

  @Override
  public void carry(CarriedState state) {
    order.carry(state);
  }
}
