package grokscope.text;

import java.util.Locale;

/** Spans of time in words, for the screen and the terminal alike. Stateless, any thread. */
public final class ClockText {
  private static final int HOUR = 3600;
  private static final int MINUTE = 60;

  private static final int LONG = 90; // minutes

  private ClockText() {}

  /** A span of time that is only guessed: "about 40 s", "about 4 min", "about 3 h". */
  public static String about(double seconds) {
    double minutes = seconds / MINUTE;
    return minutes < 1
        ? "about " + Math.round(seconds) + " s"
        : minutes < LONG
            ? "about " + Math.round(minutes) + " min"
            : "about " + Math.round(minutes / MINUTE) + " h";
  }

  /** A span of time, to the nearest second: 0:18, 12:05, 1:02:03. */
  public static String of(double seconds) {
    long whole = Math.max(0, Math.round(seconds));
    long hours = whole / HOUR;
    long minutes = whole % HOUR / MINUTE;
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % MINUTE)
        : String.format(Locale.ROOT, "%d:%02d", minutes, whole % MINUTE);
  }
}
