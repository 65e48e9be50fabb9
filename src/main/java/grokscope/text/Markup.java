package grokscope.text;

/** Text inside SVG and HTML. Stateless, any thread. */
public final class Markup {
  private Markup() {}

  /** The text as content or attribute; what neither language can have is left out. */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            code -> {
              switch (code) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                  if (allowed(code)) {
                    safe.appendCodePoint(code);
                  }
                }
              }
            });
    return safe.toString();
  }

  private static boolean allowed(int code) {
    boolean control = Character.isISOControl(code) && code != '\t' && code != '\n';
    boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return !control && !half && (code & 0xfffe) != 0xfffe;
  }
}
