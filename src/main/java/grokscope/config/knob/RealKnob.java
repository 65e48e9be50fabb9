package grokscope.config.knob;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real number; NaN and infinities are never allowed. Immutable, any thread.
 *
 * @param words what it is called, and when it acts
 * @param start the initial value
 * @param min the smallest allowed value
 * @param max the largest allowed value
 * @param sliderMin where a slider starts (after zero, if zero has a place of its own)
 * @param sliderMax where a slider ends
 * @param scale how a slider spreads the values
 * @param share whether it is a part of a whole, from 0 to 1, which people read in per cent
 */
public record RealKnob(
    KnobWords words,
    double start,
    double min,
    double max,
    double sliderMin,
    double sliderMax,
    Scale scale,
    boolean share)
    implements Knob {

  /**
   * A real number.
   *
   * @throws IllegalArgumentException for an initial value out of the range, a slider that leaves
   *     it, a slider by ratios that starts at zero, one with a place for a zero that is not
   *     allowed, or a share that is not within 0 and 1
   */
  public RealKnob {
    String slider =
        "has a slider from " + Messages.plain(sliderMin) + " to " + Messages.plain(sliderMax);
    words.require(
        Double.isFinite(min) && Double.isFinite(max) && start >= min && start <= max,
        "is " + Messages.plain(start) + " initially, but must be " + within(min, max));
    words.require(
        sliderMin >= min && sliderMin < sliderMax && sliderMax <= max,
        slider + ", but is " + within(min, max));
    words.require(
        switch (scale) {
          case LINEAR -> true;
          case LOGARITHMIC -> sliderMin > 0;
          case ZERO_THEN_LOGARITHMIC -> sliderMin > 0 && min <= 0;
        },
        slider + " in " + within(min, max) + ", which cannot be " + scale.name());
    words.require(!share || (min >= 0 && max <= 1), "is a share, but " + within(min, max));
  }

  /** A real number that has its words, but no initial value. */
  public record Start(KnobWords words) {
    /** The value of a fresh config. */
    public Range initially(double value) {
      return new Range(words, value);
    }
  }

  /** A real number that has its words and its initial value, but no range. */
  public record Range(KnobWords words, double start) {
    /**
     * The knob with this range, both ends allowed, and a linear slider over all of it.
     *
     * @throws IllegalArgumentException when the initial value is out of the range
     */
    public RealKnob range(double min, double max) {
      return new RealKnob(words, start, min, max, min, max, Scale.LINEAR, false);
    }
  }

  /**
   * The same with a slider over a part of the range.
   *
   * @throws IllegalArgumentException when it leaves the range
   */
  public RealKnob slider(double low, double high) {
    return new RealKnob(words, start, min, max, low, high, scale, share);
  }

  /**
   * The same with a slider on which equal distances are equal ratios.
   *
   * @throws IllegalArgumentException when it starts at zero
   */
  public RealKnob logarithmic() {
    return spread(Scale.LOGARITHMIC);
  }

  /**
   * The same with a slider that has zero at its left end and is logarithmic from there on.
   *
   * @throws IllegalArgumentException when zero is not allowed, or the rest starts at zero
   */
  public RealKnob zeroThenLogarithmic() {
    return spread(Scale.ZERO_THEN_LOGARITHMIC);
  }

  /**
   * The same as a part of a whole, which people read in per cent.
   *
   * @throws IllegalArgumentException when its range is not within 0 and 1
   */
  public RealKnob asShare() {
    return new RealKnob(words, start, min, max, sliderMin, sliderMax, scale, true);
  }

  private RealKnob spread(Scale other) {
    return new RealKnob(words, start, min, max, sliderMin, sliderMax, other, share);
  }

  @Override
  public Object initial() {
    return start;
  }

  @Override
  public String allowed() {
    return within(min, max);
  }

  @Override
  public Optional<Object> accept(@Nullable Object raw) {
    if (!(raw instanceof Number number)) {
      return Optional.empty();
    }
    double value = number.doubleValue();
    // Written so that NaN fails both comparisons.
    return value >= min && value <= max ? Optional.of(value) : Optional.empty();
  }

  private static String within(double min, double max) {
    return "a number from " + Messages.plain(min) + " to " + Messages.plain(max);
  }
}
