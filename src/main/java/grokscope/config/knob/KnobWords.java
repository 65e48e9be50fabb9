package grokscope.config.knob;

import java.util.regex.Pattern;

/**
 * What a knob of any kind is called, and when it acts. Immutable, any thread.
 *
 * @param name the JSON key inside its section, and the last part of its path
 * @param title the words on the screen
 * @param brief the word before the value in a legend; empty where the value says enough
 * @param sentence a sentence or two for the tooltip and the help
 * @param acts when a change takes effect
 */
public record KnobWords(String name, String title, String brief, String sentence, Acts acts) {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  /**
   * The words of a knob.
   *
   * @throws IllegalArgumentException for a name that is no JSON key as the others are, for no
   *     title, and for a sentence that does not end with a full stop
   */
  public KnobWords {
    require(
        NAME.matcher(name).matches(),
        name,
        "needs a name of letters and digits, a small letter first");
    require(!title.isBlank(), name, "has no title");
    require(sentence.endsWith("."), name, "needs a sentence that ends with a full stop");
  }

  /**
   * Refuses a knob that is made wrongly.
   *
   * @param fault follows the knob's name in the message
   */
  void require(boolean right, String fault) {
    require(right, name, fault);
  }

  private static void require(boolean right, String name, String fault) {
    if (!right) {
      throw new IllegalArgumentException("the knob \"" + name + "\" " + fault);
    }
  }
}
