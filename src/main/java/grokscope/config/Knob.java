package grokscope.config;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One adjustable value of a run: what it is called, which values it takes, and when it acts.
 * Immutable, any thread.
 *
 * <p>Every screen control, JSON key and command-line path is drawn from a knob, so nothing else in
 * the program lists them. A value in its canonical form is a {@code Long}, {@code Double}, {@code
 * String} or {@code Boolean}.
 */
public sealed interface Knob {

  /** The JSON key inside its section, and the last part of its path. */
  String name();

  /** The words on the screen. */
  String title();

  /** The word before the value in a legend; empty where the value says enough. */
  default String brief() {
    return title().toLowerCase(Locale.ROOT);
  }

  /** One sentence for the tooltip and the help. */
  String sentence();

  /** When a change takes effect. */
  Acts acts();

  /** The value of a fresh config, in canonical form. */
  Object initial();

  /** What is allowed, in words that end a sentence: "a whole number from 5 to 199". */
  String allowed();

  /**
   * The canonical form of a value, or empty when it is not allowed.
   *
   * @param raw a {@code Long}, {@code Double}, {@code String} or {@code Boolean}; null is refused
   */
  Optional<Object> accept(@Nullable Object raw);

  /**
   * A whole number.
   *
   * @param min the smallest allowed value
   * @param max the largest allowed value
   * @param sliderMax where a slider ends, when a useful slider ends earlier
   * @param brief the word for it in a legend
   */
  record Whole(
      String name,
      String title,
      String sentence,
      Acts acts,
      long start,
      long min,
      long max,
      long sliderMax,
      Scale scale,
      String brief)
      implements Knob {
    /** A whole number that legends call by its title. */
    public Whole(
        String name,
        String title,
        String sentence,
        Acts acts,
        long start,
        long min,
        long max,
        long sliderMax,
        Scale scale) {
      this(
          name,
          title,
          sentence,
          acts,
          start,
          min,
          max,
          sliderMax,
          scale,
          title.toLowerCase(Locale.ROOT));
    }

    /** The same with a word of its own in legends. */
    public Whole called(String word) {
      return new Whole(name, title, sentence, acts, start, min, max, sliderMax, scale, word);
    }

    @Override
    public Object initial() {
      return start;
    }

    @Override
    public String allowed() {
      return "a whole number from " + min + " to " + max;
    }

    @Override
    public Optional<Object> accept(@Nullable Object raw) {
      return wholeValue(raw).filter(value -> value >= min && value <= max).map(value -> value);
    }
  }

  /**
   * A real number; NaN and infinities are never allowed.
   *
   * @param min the smallest allowed value
   * @param max the largest allowed value
   * @param sliderMin where a slider starts (after zero, if zero has a place of its own)
   * @param sliderMax where a slider ends
   * @param share whether it is a part of a whole, from 0 to 1, which people read in per cent
   * @param brief the word for it in a legend
   */
  record Real(
      String name,
      String title,
      String sentence,
      Acts acts,
      double start,
      double min,
      double max,
      double sliderMin,
      double sliderMax,
      Scale scale,
      boolean share,
      String brief)
      implements Knob {
    public Real {
      if (share && (min < 0 || max > 1)) {
        throw new IllegalArgumentException(name + " is a share, but not from 0 to 1");
      }
    }

    /** A number that is no share and that legends call by its title. */
    public Real(
        String name,
        String title,
        String sentence,
        Acts acts,
        double start,
        double min,
        double max,
        double sliderMin,
        double sliderMax,
        Scale scale) {
      this(
          name,
          title,
          sentence,
          acts,
          start,
          min,
          max,
          sliderMin,
          sliderMax,
          scale,
          false,
          title.toLowerCase(Locale.ROOT));
    }

    /**
     * The same as a share.
     *
     * @throws IllegalArgumentException when its range is not within 0 and 1
     */
    public Real asShare() {
      return with(true, brief);
    }

    /** The same with a word of its own in legends. */
    public Real called(String word) {
      return with(share, word);
    }

    private Real with(boolean isShare, String word) {
      return new Real(
          name, title, sentence, acts, start, min, max, sliderMin, sliderMax, scale, isShare, word);
    }

    @Override
    public Object initial() {
      return start;
    }

    @Override
    public String allowed() {
      return "a number from " + plain(min) + " to " + plain(max);
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
  }

  /**
   * One of a few named options.
   *
   * @param brief the word for it in a legend
   */
  record Choice(
      String name,
      String title,
      String sentence,
      Acts acts,
      String start,
      List<Option> options,
      String brief)
      implements Knob {
    public Choice {
      options = List.copyOf(options);
    }

    /** A choice that legends call by its title. */
    public Choice(
        String name, String title, String sentence, Acts acts, String start, List<Option> options) {
      this(name, title, sentence, acts, start, options, title.toLowerCase(Locale.ROOT));
    }

    /** The same with a word of its own in legends. */
    public Choice called(String word) {
      return new Choice(name, title, sentence, acts, start, options, word);
    }

    @Override
    public Object initial() {
      return start;
    }

    @Override
    public String allowed() {
      return "one of " + String.join(", ", options.stream().map(o -> quoted(o.id())).toList());
    }

    @Override
    public Optional<Object> accept(@Nullable Object raw) {
      return options.stream()
          .map(Option::id)
          .filter(id -> Objects.equals(id, raw))
          .map(id -> (Object) id)
          .findFirst();
    }
  }

  /** One option of a {@link Choice}: its id in files, its words on the screen. */
  record Option(String id, String title) {}

  /** Either the word {@link #EVERYTHING} or a count. */
  record Count(
      String name, String title, String sentence, Acts acts, Object start, long min, long max)
      implements Knob {
    /** The word for "all there are". */
    public static final String EVERYTHING = "full";

    @Override
    public Object initial() {
      return start;
    }

    @Override
    public String allowed() {
      return quoted(EVERYTHING) + " or a whole number from " + min + " to " + max;
    }

    @Override
    public Optional<Object> accept(@Nullable Object raw) {
      if (EVERYTHING.equals(raw)) {
        return Optional.of(EVERYTHING);
      }
      return wholeValue(raw).filter(value -> value >= min && value <= max).map(value -> value);
    }
  }

  /**
   * Words on one line, which may be empty.
   *
   * @param folder whether they are the path of a folder
   */
  record Text(String name, String title, String sentence, Acts acts, String start, boolean folder)
      implements Knob {
    /** The most characters of a text. */
    public static final int LONGEST = 4096;

    @Override
    public Object initial() {
      return start;
    }

    @Override
    public String allowed() {
      return (folder ? "the path of a folder, " : "a text, ")
          + "one line of at most "
          + LONGEST
          + " characters";
    }

    @Override
    public Optional<Object> accept(@Nullable Object raw) {
      return raw instanceof String words
              && words.length() <= LONGEST
              && words.chars().noneMatch(Character::isISOControl)
          ? Optional.of(words)
          : Optional.empty();
    }
  }

  private static Optional<Long> wholeValue(@Nullable Object raw) {
    if (raw instanceof Long || raw instanceof Integer) {
      return Optional.of(((Number) raw).longValue());
    }
    if (raw instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15) {
      return Optional.of(real.longValue()); // 1e4 is a whole number however it was written
    }
    return Optional.empty();
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }

  /** A number as a person writes it: 100, 0.001, 1e9. */
  static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String shortest = Double.toString(value);
    return shortest.replaceAll("\\.0E", "E").replace('E', 'e');
  }
}
