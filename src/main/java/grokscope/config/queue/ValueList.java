package grokscope.config.queue;

import grokscope.config.InvalidConfig;
import grokscope.config.TypedValue;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Messages;
import grokscope.config.knob.TextKnob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several values as a person types them: "0.3, 0.4, 0.5", or "0-4" for 0 to 4. Stateless. */
final class ValueList {
  /** More values of one setting than anybody waits for. */
  static final int MOST = 1000;

  private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})\\s*-\\s*([0-9]{1,18})");

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
        add(values, path, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
      } else {
        values.add(TypedValue.value(word, knob));
      }
    }
    return checked(path, values);
  }

  private static void add(List<Object> values, String path, long from, long to)
      throws InvalidConfig {
    if (to < from) {
      throw new InvalidConfig(
          path, "has the range " + from + "-" + to + ", but a range must run upwards");
    }
    if (to - from >= MOST) {
      throw tooMany(path);
    }
    for (long value = from; value <= to; value++) {
      values.add(value);
    }
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
