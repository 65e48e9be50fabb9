package grokscope.ui.setting;

import grokscope.config.knob.RealKnob;
import grokscope.config.knob.Scale;
import grokscope.config.knob.WholeKnob;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Where a number lies on a slider that runs from 0 to 1, and back. Immutable, any thread.
 *
 * @param scale how the values are spread
 * @param low the value at the left end (for {@link Scale#ZERO_THEN_LOGARITHMIC}: just right of it)
 * @param high the value at the right end
 * @param whole whether only whole numbers are wanted
 */
public record SliderScale(Scale scale, double low, double high, boolean whole) {
  /** The stretch at the left end that means zero. */
  static final double ZERO_WIDTH = 0.06;

  private static final int SIGNIFICANT = 2;
  private static final int LINEAR_STOPS = 100;

  public static SliderScale of(WholeKnob knob) {
    return new SliderScale(knob.scale(), knob.min(), knob.sliderMax(), true);
  }

  public static SliderScale of(RealKnob knob) {
    return new SliderScale(knob.scale(), knob.sliderMin(), knob.sliderMax(), false);
  }

  /** The place of a value; values beyond an end lie at that end. */
  public double position(double value) {
    double place =
        switch (scale) {
          case LINEAR -> (value - low) / (high - low);
          case LOGARITHMIC -> value <= 0 ? 0 : logPosition(value);
          case ZERO_THEN_LOGARITHMIC ->
              value <= 0 ? 0 : ZERO_WIDTH + (1 - ZERO_WIDTH) * Math.max(0, logPosition(value));
        };
    return Math.min(1, Math.max(0, place));
  }

  /** The value at a place, rounded to what a person would have typed. */
  public double value(double position) {
    double at = Math.min(1, Math.max(0, position));
    double value =
        switch (scale) {
          case LINEAR -> evenly(at);
          case LOGARITHMIC -> significant(logValue(at));
          case ZERO_THEN_LOGARITHMIC ->
              at < ZERO_WIDTH / 2
                  ? 0
                  : significant(logValue(Math.max(0, (at - ZERO_WIDTH) / (1 - ZERO_WIDTH))));
        };
    return whole ? Math.rint(value) : value;
  }

  /** The neighbour of a value, one press of an arrow key away. */
  public double next(double value, int direction) {
    if (whole && scale == Scale.LINEAR) {
      return Math.min(high, Math.max(low, value + direction));
    }
    for (int stops = 1; stops <= LINEAR_STOPS; stops++) {
      double moved = value(position(value) + direction * (double) stops / LINEAR_STOPS);
      if (moved != value) {
        return moved;
      }
    }
    return value;
  }

  private double logPosition(double value) {
    return Math.log(value / low) / Math.log(high / low);
  }

  private double logValue(double position) {
    return low * Math.pow(high / low, position);
  }

  private double evenly(double position) {
    double value = low + position * (high - low);
    if (whole) {
      return value;
    }
    // The stops are powers of ten, so that a slider never shows 0.40131.
    int digits = (int) Math.ceil(-Math.log10((high - low) / LINEAR_STOPS));
    double rounded =
        BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    return Math.min(high, Math.max(low, rounded));
  }

  private double significant(double value) {
    double rounded = BigDecimal.valueOf(value).round(new MathContext(SIGNIFICANT)).doubleValue();
    return Math.min(high, Math.max(low, rounded));
  }
}
