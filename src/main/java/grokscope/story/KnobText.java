package grokscope.story;

import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.CountKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Messages;
import grokscope.config.knob.Option;
import grokscope.config.knob.RealKnob;
import grokscope.config.knob.TextKnob;
import grokscope.text.NumberText;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The text of a knob's value in its field, and the value of a typed text. Immutable, any thread.
 *
 * @param knob the knob whose values are written and read
 */
public record KnobText(Knob knob) {
  /** So much of a long text is enough to know it by. */
  private static final int LABEL = 24;

  /** Whether the value is a share, which people read in per cent. */
  boolean percent() {
    return knob instanceof RealKnob real && real.share();
  }

  /** What stands behind the field; empty when the number has no unit. */
  public String unit() {
    return percent() ? "%" : "";
  }

  /** The text of a value, without its unit. */
  public String write(Object value) {
    if (value instanceof Double real) {
      return percent() ? perCent(real) : Messages.plain(real);
    }
    if (knob instanceof ChoiceKnob choice) {
      return choice.options().stream()
          .filter(option -> option.id().equals(value))
          .map(Option::title)
          .findFirst()
          .orElse(String.valueOf(value));
    }
    return String.valueOf(value);
  }

  /** The text of a value with its unit, for labels. */
  public String writeWithUnit(Object value) {
    if (knob instanceof TextKnob) {
      String text = write(value); // of a path, the end says more
      if (text.isEmpty()) {
        return "none";
      }
      return text.length() > LABEL ? "…" + text.substring(text.length() - LABEL) : text;
    }
    return unit().isEmpty() ? write(value) : NumberText.withUnit(write(value), unit());
  }

  /** The allowed value that a typed text means, in canonical form; empty when there is none. */
  public Optional<Object> read(String text) {
    String bare = text.strip();
    if (knob instanceof TextKnob) {
      return knob.accept(bare);
    }
    if (knob instanceof CountKnob && bare.equalsIgnoreCase(CountKnob.EVERYTHING)) {
      return knob.accept(CountKnob.EVERYTHING);
    }
    return number(bare).flatMap(number -> knob.accept(number));
  }

  /** What is wrong with a text that cannot be read, as a sentence. */
  public String refusal() {
    if (percent() && knob instanceof RealKnob real) {
      return "Must be a number from "
          + perCent(real.min())
          + " to "
          + NumberText.withUnit(perCent(real.max()), "%")
          + ".";
    }
    return "Must be " + knob.allowed() + ".";
  }

  private Optional<Object> number(String bare) {
    String plain = bare.replaceAll("[\\s\u00a0\u2009\u202f_]", "").replace("%", "");
    if (plain.indexOf('.') < 0) {
      plain = plain.replace(',', '.'); // a decimal comma is what half the world types
    }
    try {
      BigDecimal number = new BigDecimal(plain);
      if (Math.abs((long) number.scale()) > 400 || number.precision() > 60) {
        return Optional.empty(); // 1e999999 would take minutes to write out
      }
      if (percent()) {
        return Optional.of(number.movePointLeft(2).doubleValue());
      }
      return Optional.of(wholeOrReal(number));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Object wholeOrReal(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException hasDigitsAfterThePoint) {
      return number.doubleValue();
    }
  }

  private static String perCent(double share) {
    BigDecimal number = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
  }
}
