package grokscope.figure;

/** How the value axis of a panel chooses its range. Immutable, any thread. */
public enum ValueAxis {
  /** Always 0 to 1. */
  UNIT,
  /** Logarithmic, over what has been measured; values of 0 and less sit at the bottom. */
  LOG,
  /** From 0 to what has been measured. */
  FROM_ZERO,
  /** From the least that has been measured to the most, either side as far as 0. */
  WITH_ZERO
}
