package grokscope.figure;

/**
 * The two ends of an axis, rounded so that they rarely move while a run grows. Immutable, any
 * thread.
 *
 * @param min the lower end
 * @param max the upper end
 */
public record Limits(double min, double max) {
  private static final double[] LINEAR_STOPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

  /** The lowest value on a logarithmic axis; what is less is drawn here. */
  public static final double LOG_FLOOR = 1e-12;

  private static final Limits UNIT = new Limits(-0.05, 1.08);
  private static final double ABOVE_ONE = 1.4;
  private static final double MARGIN = 0.06;
  private static final int SHORTEST_RUN = 100;

  /** The range for what has been measured; NaN for nothing yet. */
  public static Limits of(ValueAxis axis, double lowest, double highest) {
    return switch (axis) {
      case UNIT -> UNIT; // with room beyond, so that a curve along 0 or 1 is not on the frame
      case UNIT_LOG -> new Limits(logarithmic(lowest, 1).min(), ABOVE_ONE);
      case FROM_ZERO -> new Limits(0, highest > 0 ? ceiling(highest * 1.02) : 1);
      case LOG -> logarithmic(lowest, highest);
      case WITH_ZERO -> withZero(lowest, highest);
    };
  }

  /** The range that shows no more than these values, for a part of a run. */
  public static Limits close(ValueAxis axis, double lowest, double highest) {
    Limits whole = of(axis, lowest, highest);
    if (axis.isLog() || !(highest > lowest)) {
      return whole;
    }
    double margin = (highest - lowest) * MARGIN;
    double bottom = Math.max(whole.min, lowest - margin);
    double top = Math.min(whole.max, highest + margin);
    return new Limits(bottom, top);
  }

  private static Limits withZero(double lowest, double highest) {
    double min = lowest < 0 ? -ceiling(-lowest * 1.02) : 0;
    double max = highest > 0 ? ceiling(highest * 1.02) : 0;
    return min == max ? new Limits(-1, 1) : new Limits(min, max);
  }

  private static Limits logarithmic(double lowest, double highest) {
    if (!(lowest > 0)) {
      return new Limits(0.1, 10);
    }
    double min = halfDecade(Math.log10(lowest) - 0.03, -1);
    double max = halfDecade(Math.log10(highest) + 0.03, 1);
    return new Limits(min, Math.max(max, min * 10));
  }

  /** The next of 1, 3, 10, 30… outside a power of ten. */
  private static double halfDecade(double exponent, int direction) {
    double three = Math.log10(3);
    double decade = Math.floor(exponent);
    double rest = exponent - decade;
    double rounded;
    if (direction < 0) {
      rounded = rest >= three ? three : 0;
    } else {
      rounded = rest <= 0 ? 0 : rest <= three ? three : 1;
    }
    return Math.pow(10, decade + rounded);
  }

  /**
   * The last step on a live axis.
   *
   * @param last the last step that was measured, −1 for none
   * @param expected how many steps the run is going to have, 0 if that is unknown
   * @param ghosts the last step of the earlier runs behind it, 0 for none
   */
  public static double lastStep(double last, int expected, double ghosts) {
    double grown = Math.max(ceiling(Math.max(SHORTEST_RUN, last * 1.02)), ceiling(ghosts));
    double planned = Math.max(expected, Math.max(last, ghosts));
    return expected > 0 ? Math.min(grown, planned) : grown;
  }

  private static double ceiling(double value) {
    if (value <= 0) {
      return 0;
    }
    double decade = Math.pow(10, Math.floor(Math.log10(value)));
    for (double stop : LINEAR_STOPS) {
      if (value <= stop * decade * (1 + 1e-9)) {
        return stop * decade;
      }
    }
    return 10 * decade;
  }
}
