package grokscope.train.step;

import grokscope.kernel.StateArchive;

/** Brings the examples of each step into its plan. Trainer thread only. */
interface StepData {
  /** Fills the plan with the next step's examples. */
  void fill(LanePlan step);

  /** Carries what later steps will see over to a resumed run. */
  void archive(StateArchive state);
}
