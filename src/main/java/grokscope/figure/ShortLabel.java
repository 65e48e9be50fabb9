package grokscope.figure;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens what a run is called, such as “#3 Ungrokking · decay 2”, at its name: the number and
 * what tells the run from others are what it is looked for by. Any thread.
 */
public final class ShortLabel {
  private static final String DIFFERS = " · ";
  private static final Pattern NUMBERS = Pattern.compile("(?:#\\d+(?:–#\\d+)?,? (?:… )?)+");

  private ShortLabel() {}

  /** A name and what tells it from others, either of which may be empty. */
  public static String joined(String name, String differs) {
    return name + (name.isEmpty() || differs.isEmpty() ? "" : DIFFERS) + differs;
  }

  /**
   * The longest form that fits; where none does, the shortest, and a label without anything that
   * differs as it is.
   */
  public static String of(String label, Predicate<String> fits) {
    int differs = label.indexOf(DIFFERS);
    if (differs < 0 || fits.test(label)) {
      return label;
    }
    Matcher numbers = NUMBERS.matcher(label);
    int name = numbers.lookingAt() ? numbers.end() : 0;
    String end = label.substring(differs);
    int kept = name;
    int tooMany = differs;
    while (kept + 1 < tooMany) {
      int middle = (kept + tooMany) / 2;
      if (fits.test(label.substring(0, middle).strip() + "…" + end)) {
        kept = middle;
      } else {
        tooMany = middle;
      }
    }
    String start = label.substring(0, kept).strip();
    return kept == name ? (start + end).strip() : start + "…" + end;
  }
}
