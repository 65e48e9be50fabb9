package grokscope.config.knob;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values and near misses are put into words in a message. Stateless, any thread. */
public final class Messages {
  private static final int LONGEST = 60;

  private Messages() {}

  /** A value as a message shows it: short, on one line, words in quotes. */
  public static String display(@Nullable Object raw) {
    if (raw instanceof String word) {
      return '"' + clipped(word, LONGEST) + '"';
    }
    if (raw instanceof Double real) {
      return plain(real);
    }
    if (raw instanceof Map<?, ?>) {
      return "an object";
    }
    if (raw instanceof List<?>) {
      return "a list";
    }
    return raw == null ? "null" : clipped(Objects.toString(raw), LONGEST);
  }

  /** A number as a person writes it: 100, 0.001, 1e9. */
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String shortest = Double.toString(value);
    return shortest.replaceAll("\\.0E", "E").replace('E', 'e');
  }

  /** A text that fits into a one-line message whatever a file or a person put into it. */
  public static String clipped(String text, int longest) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    if (line.length() <= longest) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, Math.min(longest, codePoints(line)) - 1))
        + "…";
  }

  /** Words in a row: "a", "b", "c". */
  public static String quoted(Collection<String> words) {
    return String.join(", ", words.stream().map(word -> '"' + word + '"').toList());
  }

  /** The known word that a person most likely meant, if one is near. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String best = null;
    int distance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      int edits = edits(clipped(word, LONGEST), candidate);
      if (edits < distance && edits < candidate.length()) {
        best = candidate;
        distance = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int codePoints(String line) {
    return line.codePointCount(0, line.length());
  }

  /** Levenshtein's distance without regard to case. */
  private static int edits(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
