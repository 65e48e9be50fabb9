package grokscope.config.knob;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words on one line, which may be empty. Immutable, any thread.
 *
 * @param words what it is called, and when it acts
 * @param start the initial text
 * @param folder whether it is the path of a folder
 */
public record TextKnob(KnobWords words, String start, boolean folder) implements Knob {
  /** The most characters of a text. */
  public static final int LONGEST = 4096;

  /**
   * A text.
   *
   * @throws IllegalArgumentException for an initial text that is not allowed
   */
  public TextKnob {
    words.require(
        fits(start),
        "is " + Messages.display(start) + " initially, but must be " + allowed(folder));
  }

  /**
   * The same with another text in a fresh config.
   *
   * @throws IllegalArgumentException when it is not one line, or too long
   */
  public TextKnob initially(String text) {
    return new TextKnob(words, text, folder);
  }

  /** The same for the path of a folder. */
  public TextKnob asFolder() {
    return new TextKnob(words, start, true);
  }

  @Override
  public Object initial() {
    return start;
  }

  @Override
  public String allowed() {
    return allowed(folder);
  }

  @Override
  public Optional<Object> accept(@Nullable Object raw) {
    return raw instanceof String text && fits(text) ? Optional.of(text) : Optional.empty();
  }

  private static boolean fits(String text) {
    return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
  }

  private static String allowed(boolean folder) {
    return (folder ? "the path of a folder, " : "a text, ")
        + "one line of at most "
        + LONGEST
        + " characters";
  }
}
