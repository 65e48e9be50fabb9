package grokscope.run.format.pickle;

/** Python's {@code None}. */
enum PyNone {
  NONE
}
