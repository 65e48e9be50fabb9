package grokscope.train;

/** Brings the examples of each step into its plan. Trainer thread only. */
@FunctionalInterface
interface StepData {
  /** Fills the plan with the next step's examples. */
  void fill(LanePlan step);
}
