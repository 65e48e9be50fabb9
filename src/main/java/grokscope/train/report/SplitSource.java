package grokscope.train.report;

/** How it is known which examples a network was trained on. */
public enum SplitSource {
  /** The weights' own file says it, or a list of pairs beside it. */
  NAMED,
  /** From the share and the seed of settings that were chosen for the weights. */
  SETTINGS,
  /** Nothing says it: the settings are only those that fit. */
  UNKNOWN
}
