package grokscope.ui.chart.plot;

import grokscope.figure.Limits;

/**
 * Between what values something lies. Immutable, any thread.
 *
 * @param lowest the lowest value; NaN for none
 * @param highest the highest value; NaN for none
 * @param positive the lowest value that has a place on a logarithmic axis; NaN for none
 */
public record Extent(double lowest, double highest, double positive) {
  /** Of nothing. */
  public static final Extent NONE = new Extent(Double.NaN, Double.NaN, Double.NaN);

  /** Together with one more value, if that is a number. */
  Extent with(double value) {
    boolean placed = value > Limits.LOG_FLOOR;
    boolean within = value >= lowest && value <= highest && !(placed && value < positive);
    if (Double.isNaN(value) || (within && placed != Double.isNaN(positive))) {
      return this;
    }
    return and(new Extent(value, value, placed ? value : Double.NaN));
  }

  /** Together with another. */
  public Extent and(Extent other) {
    return new Extent(
        lower(lowest, other.lowest),
        -lower(-highest, -other.highest),
        lower(positive, other.positive));
  }

  /** Whether there is any value. */
  public boolean isEmpty() {
    return Double.isNaN(lowest);
  }

  /** The lower of two values, of which any may be missing. */
  private static double lower(double a, double b) {
    return Double.isNaN(a) || b < a ? b : a;
  }
}
