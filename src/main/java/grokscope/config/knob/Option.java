package grokscope.config.knob;

/**
 * One option of a {@link ChoiceKnob}. An enum whose constants are chosen between implements it, and
 * {@code Settings.choice} reads the constant; where there is no enum, {@link #of} makes one.
 * Immutable, any thread.
 */
public interface Option {
  /** Its name in files. */
  String id();

  /** Its words on the screen; its name where nothing else is said. */
  default String title() {
    return id();
  }

  /** An option that has these words on the screen. */
  static Option of(String id, String title) {
    return new Named(id, title);
  }

  /** An option that is called on the screen as in files. */
  static Option of(String id) {
    return new Named(id, id);
  }

  /** An option that is no constant of an enum. */
  record Named(String id, String title) implements Option {}
}
