package grokscope.config.knob;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Either the word {@link #EVERYTHING}, which is the initial value, or a count. Immutable, any
 * thread.
 *
 * @param words what it is called, and when it acts
 * @param min the smallest allowed count
 * @param max the largest allowed count
 */
public record CountKnob(KnobWords words, long min, long max) implements Knob {
  /** The word for "all there are". */
  public static final String EVERYTHING = "full";

  /**
   * A count.
   *
   * @throws IllegalArgumentException for a range without a count
   */
  public CountKnob {
    words.require(min <= max, "needs a range, not " + WholeKnob.within(min, max));
  }

  /** A count that has its words, but no range. */
  public record Start(KnobWords words) {
    /**
     * The knob with this range for a count, both ends allowed.
     *
     * @throws IllegalArgumentException when there is no count in it
     */
    public CountKnob range(long min, long max) {
      return new CountKnob(words, min, max);
    }
  }

  @Override
  public Object initial() {
    return EVERYTHING;
  }

  @Override
  public String allowed() {
    return Messages.quoted(List.of(EVERYTHING)) + " or " + WholeKnob.within(min, max);
  }

  @Override
  public Optional<Object> accept(@Nullable Object raw) {
    if (EVERYTHING.equals(raw)) {
      return Optional.of(EVERYTHING);
    }
    return WholeKnob.read(raw).filter(value -> value >= min && value <= max).map(value -> value);
  }
}
