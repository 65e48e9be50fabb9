package grokscope.run.format.pickle;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Characters that the text forms of pickles write with a backslash. Stateless, any thread. */
final class Escapes {
  private static final Pattern PYTHON = Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|(.))");
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private Escapes() {}

  /** The text that Python 2 writes so between quotes. */
  static String python(String written) {
    return PYTHON.matcher(written).replaceAll(found -> literal(character(found)));
  }

  /** The text of a protocol 0 pickle of Python 3. */
  static String unicode(String written) {
    return UNICODE.matcher(written).replaceAll(found -> literal(hexadecimal(found.group(1))));
  }

  private static String character(MatchResult found) {
    if (found.group(1) != null) {
      return hexadecimal(found.group(1));
    }
    return switch (found.group(2)) {
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      default -> found.group(2);
    };
  }

  private static String hexadecimal(String digits) {
    return String.valueOf((char) Integer.parseInt(digits, 16));
  }

  private static String literal(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }
}
