package grokscope.figure;

import grokscope.text.NumberText;
import java.util.Locale;

/** Measured values as short words of a fixed width. Stateless, any thread. */
public final class ValueText {
  /** What stands where there is no value. */
  public static final String NONE = "–";

  private static final double MILLION = 1e6;
  private static final double THOUSANDTH = 1e-3;

  private static final String MINUS = "\u2212";

  private ValueText() {}

  /** A value in the words of its axis. */
  public static String of(ValueAxis axis, double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    return switch (axis) {
      case UNIT -> String.format(Locale.ROOT, "%.3f", value);
      case LOG, UNIT_LOG -> logarithmic(value);
      case FROM_ZERO -> fromZero(value);
      case WITH_ZERO -> (value < 0 ? MINUS : "") + fromZero(Math.abs(value));
    };
  }

  /** A value of any metric with about four digits; a whole number as it is. */
  public static String measured(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return NONE;
    }
    if (size < MILLION && value == Math.rint(value)) {
      return NumberText.count(Math.round(value));
    }
    if (size < THOUSANDTH || size >= MILLION) {
      return scientific(value);
    }
    int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    return size >= 1000
        ? NumberText.count(Math.round(value))
        : String.format(Locale.ROOT, "%." + digits + "f", value).replace("-", MINUS);
  }

  private static String scientific(double value) {
    String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", -1);
    StringBuilder text = new StringBuilder(parts[0].replace("-", MINUS)).append("·10");
    int exponent = Integer.parseInt(parts[1]);
    text.append(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(Ticks.SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String fromZero(double value) {
    if (value >= 1_000_000) { // only a run that diverges gets here
      return String.format(Locale.ROOT, "%.1e", value);
    }
    return value >= 1000
        ? NumberText.count(Math.round(value))
        : String.format(Locale.ROOT, value >= 100 ? "%.1f" : "%.2f", value);
  }

  private static String logarithmic(double value) {
    if (value == 0) {
      return "0";
    }
    if (value >= 1000) {
      return String.format(Locale.ROOT, "%.1e", value); // no wider than a small one
    }
    return String.format(Locale.ROOT, value >= 0.001 ? "%.4f" : "%.2e", value);
  }

  /** The widest words that an axis may need, to keep room for. */
  public static String widest(ValueAxis axis) {
    return switch (axis) {
      case UNIT -> "0.000";
      case LOG, UNIT_LOG -> "0.00e-00";
      case FROM_ZERO -> "0.0e+00";
      case WITH_ZERO -> MINUS + "0.0e+00";
    };
  }
}
