package grokscope.figure.print;

import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.knob.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a JSON object with their values, each checked when it is asked for. A key that is
 * missing gives what is usual. Not to be changed once made; any thread.
 */
final class FigureKeys {
  private static final String BUT = ", but must be ";

  private final String prefix;
  private final Map<String, @Nullable Object> object;

  /**
   * The keys of an object.
   *
   * @param path of the object; empty for the whole
   * @throws InvalidConfig where it has others
   */
  FigureKeys(String path, Map<String, @Nullable Object> object, List<String> known)
      throws InvalidConfig {
    this.prefix = path.isEmpty() ? "" : path + ".";
    this.object = object;
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw new InvalidConfig(
            prefix + Messages.clipped(key, 60),
            "is not a known key; " + ConfigFormat.hint(key, known));
      }
    }
  }

  private InvalidConfig refused(String key, @Nullable Object value, String allowed) {
    return new InvalidConfig(prefix + key, "is " + Messages.display(value) + BUT + allowed);
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  boolean flag(String key, boolean usual) throws InvalidConfig {
    if (!has(key)) {
      return usual;
    }
    if (object.get(key) instanceof Boolean flag) {
      return flag;
    }
    throw refused(key, object.get(key), "true or false");
  }

  /** One of some words. */
  String word(String key, String usual, List<String> words) throws InvalidConfig {
    if (!has(key)) {
      return usual;
    }
    if (object.get(key) instanceof String word && words.contains(word)) {
      return word;
    }
    throw refused(key, object.get(key), "one of " + Messages.quoted(words));
  }

  /** A number that is not outside two others, and why it must not be. */
  double number(String key, double usual, double least, double most, String why)
      throws InvalidConfig {
    return has(key) ? number(key, object.get(key), least, most, why) : usual;
  }

  private double number(String key, @Nullable Object value, double least, double most, String why)
      throws InvalidConfig {
    if (value instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    throw refused(
        key, value, "from " + Messages.plain(least) + " to " + Messages.plain(most) + why);
  }

  /** Any number. */
  double finite(String key) throws InvalidConfig {
    if (object.get(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw has(key)
        ? refused(key, object.get(key), "a number")
        : new InvalidConfig(prefix + key, "is missing");
  }

  /** One to some numbers that are not outside two others. */
  List<Double> numbers(String key, List<Double> usual, double least, double most, String why)
      throws InvalidConfig {
    if (!has(key)) {
      return usual;
    }
    if (!(object.get(key) instanceof List<?> list) || list.isEmpty()) {
      throw refused(key, object.get(key), "a list of one number or more");
    }
    List<Double> numbers = new ArrayList<>();
    for (Object item : list) {
      numbers.add(number(key + "[" + numbers.size() + "]", item, least, most, why));
    }
    return numbers;
  }

  /** Words, none of them twice. */
  List<String> words(String key, List<String> usual) throws InvalidConfig {
    if (!has(key)) {
      return usual;
    }
    if (!(object.get(key) instanceof List<?> list)) {
      throw refused(key, object.get(key), "a list of words");
    }
    List<String> words = new ArrayList<>();
    for (Object item : list) {
      String place = key + "[" + words.size() + "]";
      if (!(item instanceof String word) || word.isBlank()) {
        throw refused(place, item, "a word");
      }
      if (words.contains(word)) {
        throw new InvalidConfig(prefix + place, "is " + Messages.display(item) + " again");
      }
      words.add(word);
    }
    return words;
  }

  /** A text of at most this many characters. */
  String text(String key, String usual, int longest) throws InvalidConfig {
    if (!has(key)) {
      return usual;
    }
    if (object.get(key) instanceof String text && text.length() <= longest) {
      return text.strip();
    }
    throw refused(key, object.get(key), "a text of at most " + longest + " characters");
  }

  /** An object by its keys; without any where it is missing. */
  Map<String, @Nullable Object> object(String key) throws InvalidConfig {
    return has(key) ? Json.object(object.get(key), prefix + key) : new LinkedHashMap<>();
  }
}
