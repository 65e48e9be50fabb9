package grokscope.train.report;

/**
 * What must be known before the numbers are believed. Immutable, any thread.
 *
 * @param text one or more sentences
 */
public record Warning(Kind kind, String text) {
  /** The text with a word before it that says how serious it is. */
  public String words() {
    return (kind.grave() ? "Warning: " : "Note: ") + text;
  }

  /** What warnings are about, the worst first, which is their order. */
  public enum Kind {
    /** Weights that are not numbers, or infinite; or answers that are none. */
    NOT_NUMBERS("not_numbers", true),
    /** The loss is far above guessing: these weights know something else. */
    ANOTHER_TASK("another_task", true),
    /** No more answers are right than by guessing. */
    GUESSING("guessing", true),
    /** Which examples are hidden is not the network's own choice, or may not be. */
    SPLIT("split", false),
    /** What was assumed, merged or left out on reading. */
    READING("reading", false);

    private final String key;
    private final boolean grave;

    Kind(String key, boolean grave) {
      this.key = key;
      this.grave = grave;
    }

    /** What JSON calls it. */
    public String key() {
      return key;
    }

    /** Whether it puts all numbers in doubt; otherwise it says how to read them. */
    public boolean grave() {
      return grave;
    }
  }
}
