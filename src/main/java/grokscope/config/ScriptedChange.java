package grokscope.config;

/**
 * A knob that turns by itself during a run. Immutable, any thread.
 *
 * @param moment from what its steps are counted
 * @param after how many steps later
 * @param path the knob's
 * @param typed its new value as it was written
 */
public record ScriptedChange(Moment moment, int after, String path, String typed) {

  /** What a turn waits for. */
  public enum Moment {
    /** The beginning of the run. */
    START("start"),
    /** That the training set is learned by heart. */
    MEMORIZED("memorised"),
    /** That the hidden examples are understood. */
    GENERALIZED("generalised");

    private final String word;

    Moment(String word) {
      this.word = word;
    }

    /** The word in a script. */
    public String word() {
      return word;
    }
  }
}
