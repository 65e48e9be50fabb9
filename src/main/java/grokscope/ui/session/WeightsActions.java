package grokscope.ui.session;

import grokscope.run.weights.RankedWeights;

/** What can be done with weights of a file while they are shown. FX thread only. */
public interface WeightsActions {
  /** Shows them as another network or task. */
  void choose(OpenedWeights shown, RankedWeights.Tried reading);

  /** Puts their network and task into the experiment panel. */
  void useSettings(OpenedWeights shown);

  /** Asks for a list of the pairs that they were trained on. */
  void askForPairs(OpenedWeights shown);
}
