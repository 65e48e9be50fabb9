package grokscope.figure;

/** How the value axis of a panel chooses its range. Immutable, any thread. */
public enum ValueAxis {
  /** Always 0 to 1. */
  UNIT,
  /** Logarithmic up to 1, down to the least that is more than 0; values of 0 sit at the bottom. */
  UNIT_LOG,
  /** Logarithmic, over what has been measured; values of 0 and less sit at the bottom. */
  LOG,
  /** From 0 to what has been measured. */
  FROM_ZERO,
  /** From the least that has been measured to the most, either side as far as 0. */
  WITH_ZERO;

  /** Whether equal distances are equal ratios. */
  public boolean isLog() {
    return this == LOG || this == UNIT_LOG;
  }
}
