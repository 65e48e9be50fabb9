package grokscope.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads and writes rows of whole numbers with spaces between them. Stateless, any thread. */
final class TypedNumbers {
  private static final Pattern WORD = Pattern.compile("[^\\s,;]+");
  private static final int LONGEST_SHOWN = 12;

  private TypedNumbers() {}

  /**
   * A row of this many numbers below a bound.
   *
   * @param what one of them is called
   */
  static int[] read(String typed, int count, int bound, String what) throws UnreadableQuestion {
    List<String> words = WORD.matcher(typed).results().map(MatchResult::group).toList();
    int[] numbers = new int[Math.min(words.size(), count)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(words.get(i), i + 1, bound, what);
    }
    if (words.size() != count) {
      throw new UnreadableQuestion(
          "There are "
              + words.size()
              + " "
              + what
              + "s, but a question has "
              + count
              + ", with spaces between them.");
    }
    return numbers;
  }

  private static int number(String word, int place, int bound, String what)
      throws UnreadableQuestion {
    boolean digits = word.matches("\\d{1,9}");
    if (!digits || Integer.parseInt(word) >= bound) {
      String shown = word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "…" : word;
      throw new UnreadableQuestion(
          what.substring(0, 1).toUpperCase(Locale.ROOT)
              + what.substring(1)
              + " "
              + place
              + " is “"
              + shown
              + "”, but a "
              + what
              + " is a whole number from 0 to "
              + (bound - 1)
              + ".");
    }
    return Integer.parseInt(word);
  }

  /** The first of the tokens with spaces between them. */
  static String write(int[] tokens, int count) {
    return Arrays.stream(tokens)
        .limit(count)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
