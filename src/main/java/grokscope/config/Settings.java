package grokscope.config;

import grokscope.config.knob.Option;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The chosen values of one section of a run: which kind, and the value of each of its knobs, in the
 * knobs' order. Immutable, any thread.
 *
 * @param type the id of the kind; empty for a section that has no kinds
 * @param values canonical values by knob name
 */
public record Settings(String type, Map<String, Object> values) {
  public Settings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of a whole-number knob. */
  public int whole(String name) {
    return Math.toIntExact((Long) value(name));
  }

  /** The value of a whole-number knob that may exceed an int. */
  public long large(String name) {
    return (Long) value(name);
  }

  /** The value of a real-number knob. */
  public double real(String name) {
    return (Double) value(name);
  }

  /** The chosen option of a knob with options. */
  public String choice(String name) {
    return (String) value(name);
  }

  /**
   * The chosen option of a knob whose options are the constants of an enum, or some of them.
   *
   * @throws IllegalArgumentException when no constant has the chosen id
   */
  public <E extends Enum<E> & Option> E choice(String name, Class<E> options) {
    String id = choice(name);
    for (E option : options.getEnumConstants()) {
      if (option.id().equals(id)) {
        return option;
      }
    }
    throw new IllegalArgumentException("no option \"" + id + "\" of " + name);
  }

  /** The value of any knob of this section. */
  public Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no knob called " + name + " in " + values.keySet());
    }
    return value;
  }

  Settings with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Settings(type, changed);
  }
}
