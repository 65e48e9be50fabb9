package grokscope.story;

import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;

/**
 * Something that a run reached or lost, to be marked in its curves. Immutable, any thread.
 *
 * @param kind what
 * @param at between which evaluations
 * @param words what, in a word
 */
public record ReachedMark(Kind kind, StepInterval at, String words) {

  /** What can be reached or lost. */
  public enum Kind {
    /** Everything was known before the first step. */
    START,
    /** The training examples were learned by heart. */
    MEMORIZED,
    /** The hidden or new examples were understood. */
    GENERALIZED,
    /** What was understood or learned was lost. */
    LOST
  }

  /** The words and the steps: "grokked 4 021–4 061". */
  public String label() {
    return kind == Kind.START ? words : words + " " + steps(at);
  }

  /** Two steps, or the one that a run began with. */
  static String steps(StepInterval at) {
    return at.after() < 0
        ? (at.by() == 0 ? "at " : "by ") + NumberText.count(at.by())
        : NumberText.count(at.after()) + "–" + NumberText.count(at.by());
  }
}
