package grokscope.ui.chart;

/** What a curve tells of, and so which colour it has in every panel. Immutable, any thread. */
public enum Role {
  /** Measured on the examples that the network learns from. */
  TRAIN,
  /** Measured on the examples that were held out. */
  TEST,
  /** Measured on the weights. */
  NORM;

  /** The word for it in style classes. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The word for it beside a ghost's line. */
  String split() {
    return this == NORM ? "norm" : word();
  }
}
