package grokscope.telemetry.snapshot;

/** What an example is to a run. Immutable, any thread. */
public enum Membership {
  /** In the task's table, and trained on. */
  TRAINED,
  /** In the task's table, and only tested. */
  HIDDEN,
  /** Not in the task's table. */
  FOREIGN
}
