package grokscope.ui.runs;

/** Whether the curves of a run are in the charts. */
enum Eye {
  /** They are not. */
  CLOSED,
  /** They are pale behind the live ones, because nothing else was chosen. */
  PALE,
  /** They are. */
  OPEN
}
