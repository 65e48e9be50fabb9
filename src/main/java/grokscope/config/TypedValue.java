package grokscope.config;

import grokscope.config.knob.Knob;
import grokscope.config.knob.TextKnob;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values as they are typed on a command line or in a script. Stateless, any thread. */
public final class TypedValue {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern REAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|NaN|[+-]?Infinity");

  private TypedValue() {}

  /**
   * What was typed for a knob, for the catalog to accept or refuse: a number if it looks like one,
   * but not in a text.
   *
   * @param knob empty for the id of a kind, or for no knob at all
   */
  public static Object value(String typed, Optional<Knob> knob) {
    if (knob.orElse(null) instanceof TextKnob) {
      return typed;
    }
    if (WHOLE.matcher(typed).matches()) {
      return Long.valueOf(typed);
    }
    return REAL.matcher(typed).matches() ? (Object) Double.valueOf(typed) : typed;
  }
}
