package grokscope.ui.words;

import java.util.Locale;

/** How numbers are written on the screen. Immutable, any thread. */
public final class Words {
  /** Narrow and not breaking: between thousands, and between a number and its unit. */
  public static final String THIN_SPACE = "\u202f";

  private static final int HOUR = 3600;
  private static final int MINUTE = 60;

  private Words() {}

  /** A count with its thousands set apart: 1 240. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(",", THIN_SPACE);
  }

  /** A span of time: 0:18, 12:05, 1:02:03. */
  public static String clock(double seconds) {
    long whole = Math.max(0, Math.round(seconds));
    long hours = whole / HOUR;
    long minutes = whole % HOUR / MINUTE;
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % MINUTE)
        : String.format(Locale.ROOT, "%d:%02d", minutes, whole % MINUTE);
  }

  /** A sentence with a capital first letter. */
  public static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
