package grokscope.text;

import java.util.Locale;

/** How numbers are written on the screen. Immutable, any thread. */
public final class NumberText {
  /** Narrow and not breaking: between thousands, and between a number and its unit. */
  public static final String THIN_SPACE = "\u202f";

  private NumberText() {}

  /** A count with its thousands set apart: 1 240. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(",", THIN_SPACE).replace('-', '−');
  }

  /** A share from 0 to 1 in per cent, with a place after the point: 42.0 %. */
  public static String perCent(double share) {
    return Double.isFinite(share)
        ? withUnit(String.format(Locale.ROOT, "%.1f", 100 * share), "%")
        : "–";
  }

  /** A value with about three digits: 0.123, 1.23, 123. What is rounded to 0 has no sign. */
  public static String threeDigits(double value) {
    double size = Math.abs(value);
    String form = size >= 100 ? "%.0f" : size >= 1 ? "%.2f" : "%.3f";
    String text = String.format(Locale.ROOT, form, value);
    return text.equals("-0.000") ? "0.000" : text.replace('-', '−');
  }

  /** How much room something takes: 812 kB, 3.6 MB, 36 MB, 1.2 GB. */
  public static String bytes(long bytes) {
    double size = bytes / 1000.0;
    for (String unit : new String[] {"kB", "MB"}) {
      if (size < 999.5) {
        return withUnit(String.format(Locale.ROOT, size < 9.95 ? "%.1f" : "%.0f", size), unit);
      }
      size /= 1000;
    }
    return withUnit(String.format(Locale.ROOT, size < 9.95 ? "%.1f" : "%.0f", size), "GB");
  }

  /** A number that is written already, and its unit. */
  public static String withUnit(String number, String unit) {
    return number + THIN_SPACE + unit;
  }

  /** A sentence with a capital first letter. */
  public static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
