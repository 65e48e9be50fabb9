package grokscope.train;

/** What ends a run before its last step, besides a command. */
public enum Until {
  /** Nothing. */
  STEPS,
  /** Test accuracy has reached its threshold and held. */
  GROKKED
}
