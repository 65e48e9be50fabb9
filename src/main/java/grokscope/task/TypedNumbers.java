package grokscope.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads and writes rows of whole numbers with spaces between them. Stateless, any thread. */
final class TypedNumbers {
  private static final String BETWEEN = "[\\s,;]+";
  private static final int LONGEST_SHOWN = 12;

  private TypedNumbers() {}

  /**
   * A row of this many numbers below a bound.
   *
   * @param what one of them is called
   */
  static int[] read(String typed, int count, int bound, String what) throws UnreadableQuestion {
    String text = typed.strip();
    String[] words = text.isEmpty() ? new String[0] : text.split(BETWEEN);
    int[] numbers = new int[Math.min(words.length, count)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(words[i], i + 1, bound, what);
    }
    if (words.length != count) {
      throw new UnreadableQuestion(
          "There are "
              + words.length
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
