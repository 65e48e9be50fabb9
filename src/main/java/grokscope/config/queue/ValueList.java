package grokscope.config.queue;

import grokscope.config.InvalidConfig;
import grokscope.config.TypedValue;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Messages;
import grokscope.config.knob.TextKnob;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several values as a person types them: "0.3, 0.4, 0.5", "0-4" for 0 to 4, or "0.3-0.5 by 0.1".
 * Stateless.
 */
final class ValueList {
  /** More values of one setting than anybody waits for. */
  static final int MOST = 1000;

  private static final String NUMBER = "([0-9]{1,18}(?:\\.[0-9]{1,12})?)";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*[-–]\\s*" + NUMBER + "(?:\\s+by\\s+" + NUMBER + ")?");

  private ValueList() {}

  /**
   * The values of a list.
   *
   * @param path what refusals call it
   * @param knob whose values they are; empty for ids of kinds
   * @throws InvalidConfig when a value is missing or there twice, a range runs backwards, or there
   *     are more than {@link #MOST}
   */
  static List<Object> parse(String path, String typed, Optional<Knob> knob) throws InvalidConfig {
    return parse(path, typed, knob, word -> TypedValue.value(word, knob));
  }

  /**
   * The same for values that are read in another way than on a command line.
   *
   * @param reader makes a value of a word
   */
  static List<Object> parse(String path, String typed, Optional<Knob> knob, ValueReader reader)
      throws InvalidConfig {
    List<Object> values = new ArrayList<>();
    for (String part : typed.split(",", -1)) {
      String word = part.strip();
      Matcher range = RANGE.matcher(word);
      if (word.isEmpty()) {
        throw new InvalidConfig(
            path,
            "is "
                + Messages.display(typed)
                + ", but must be values with commas between them, such as 0.3, 0.4, or a range such"
                + " as 0-4");
      } else if (range.matches() && !(knob.orElse(null) instanceof TextKnob)) {
        for (BigDecimal value : range(path, word, range)) {
          values.add(reader.value(value.toPlainString()));
        }
      } else {
        values.add(reader.value(word));
      }
    }
    return checked(path, values);
  }

  private static List<BigDecimal> range(String path, String word, Matcher range)
      throws InvalidConfig {
    BigDecimal from = new BigDecimal(range.group(1));
    BigDecimal to = new BigDecimal(range.group(2));
    String by = range.group(3);
    if (by == null && (from.scale() > 0 || to.scale() > 0)) {
      throw new InvalidConfig(
          path, "has the range " + word + " without a distance, such as " + word + " by 0.1");
    }
    BigDecimal distance = by == null ? BigDecimal.ONE : new BigDecimal(by);
    if (to.compareTo(from) < 0) {
      throw new InvalidConfig(path, "has the range " + word + ", but a range must run upwards");
    }
    if (distance.signum() == 0) {
      throw new InvalidConfig(path, "has the range " + word + ", whose distance must not be 0");
    }
    if (to.subtract(from).divideToIntegralValue(distance).compareTo(BigDecimal.valueOf(MOST))
        >= 0) {
      throw tooMany(path);
    }
    List<BigDecimal> values = new ArrayList<>();
    for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(distance)) {
      values.add(value);
    }
    return values;
  }

  /** The values, if there are some, none is there twice, and they are not too many. */
  static List<Object> checked(String path, List<?> values) throws InvalidConfig {
    if (values.isEmpty()) {
      throw new InvalidConfig(path, "has no values, but must have at least one");
    }
    if (values.size() > MOST) {
      throw tooMany(path);
    }
    Set<Object> seen = new LinkedHashSet<>();
    for (Object value : values) {
      if (!seen.add(value)) {
        throw new InvalidConfig(path, "has " + Messages.display(value) + " twice");
      }
    }
    return List.copyOf(seen);
  }

  private static InvalidConfig tooMany(String path) {
    return new InvalidConfig(path, "has too many values, but must have at most " + MOST);
  }
}
