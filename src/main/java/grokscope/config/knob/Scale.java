package grokscope.config.knob;

/** How a slider spreads the values of a number. */
public enum Scale {
  /** Equal distances are equal differences. */
  LINEAR,
  /** Equal distances are equal ratios. */
  LOGARITHMIC,
  /** Zero at the left end, then logarithmic: for amounts that can be switched off. */
  ZERO_THEN_LOGARITHMIC
}
