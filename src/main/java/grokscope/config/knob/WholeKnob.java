package grokscope.config.knob;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole number. Immutable, any thread.
 *
 * @param words what it is called, and when it acts
 * @param start the initial value
 * @param min the smallest allowed value, where a slider starts
 * @param max the largest allowed value
 * @param sliderMax where a slider ends, when a useful slider ends earlier
 * @param scale how a slider spreads the values
 */
public record WholeKnob(
    KnobWords words, long start, long min, long max, long sliderMax, Scale scale) implements Knob {

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException for an initial value out of the range, a slider that ends out
   *     of it, or a slider by ratios from zero
   */
  public WholeKnob {
    words.require(
        start >= min && start <= max,
        "is " + start + " initially, but must be " + within(min, max));
    words.require(
        sliderMax > min && sliderMax <= max,
        "has a slider from " + min + " to " + sliderMax + ", but is " + within(min, max));
    words.require(
        scale == Scale.LINEAR || (scale == Scale.LOGARITHMIC && min > 0),
        "has a slider from " + min + ", which cannot be " + scale.name());
  }

  /** A whole number that has its words, but no initial value. */
  public record Start(KnobWords words) {
    /** The value of a fresh config. */
    public Range initially(long value) {
      return new Range(words, value);
    }
  }

  /** A whole number that has its words and its initial value, but no range. */
  public record Range(KnobWords words, long start) {
    /**
     * The knob with this range, both ends allowed, and a linear slider over all of it.
     *
     * @throws IllegalArgumentException when the initial value is out of the range
     */
    public WholeKnob range(long min, long max) {
      return new WholeKnob(words, start, min, max, max, Scale.LINEAR);
    }
  }

  /**
   * The same with a slider that ends earlier than the range.
   *
   * @throws IllegalArgumentException when it ends out of the range
   */
  public WholeKnob sliderTo(long end) {
    return new WholeKnob(words, start, min, max, end, scale);
  }

  /**
   * The same with a slider on which equal distances are equal ratios.
   *
   * @throws IllegalArgumentException when zero is in the range
   */
  public WholeKnob logarithmic() {
    return new WholeKnob(words, start, min, max, sliderMax, Scale.LOGARITHMIC);
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
    return read(raw).filter(value -> value >= min && value <= max).map(value -> value);
  }

  static String within(long min, long max) {
    return "a whole number from " + min + " to " + max;
  }

  /** A whole number in whatever type it came. */
  static Optional<Long> read(@Nullable Object raw) {
    if (raw instanceof Long || raw instanceof Integer) {
      return Optional.of(((Number) raw).longValue());
    }
    if (raw instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15) {
      return Optional.of(real.longValue()); // 1e4 is a whole number however it was written
    }
    return Optional.empty();
  }
}
