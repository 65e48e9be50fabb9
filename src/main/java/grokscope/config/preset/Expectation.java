package grokscope.config.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a preset's run is expected to do. Immutable, any thread.
 *
 * @param outcome how it ends
 * @param memorizedBy the step by which the training set is learned by heart, if that is promised
 * @param grokkedBy the step by which the test set is understood, if that is promised
 */
public record Expectation(
    Outcome outcome, Optional<Integer> memorizedBy, Optional<Integer> grokkedBy) {

  /** Nothing is promised: an experiment of the user's own. */
  public static final Expectation OPEN =
      new Expectation(Outcome.OPEN, Optional.empty(), Optional.empty());

  /** How a run ends. */
  public enum Outcome {
    /** Test accuracy rises long after train accuracy. */
    GROKS("groks"),
    /** Test accuracy rises together with train accuracy. */
    NO_DELAY("no-delay"),
    /** Test accuracy rises after a delay that is too short to call it grokking. */
    SHORT_DELAY("short-delay"),
    /** Test accuracy jumps, and train accuracy with it, because nothing is trained on twice. */
    PHASE_CHANGE("phase-change"),
    /** Test accuracy does not rise within the steps of the run. */
    NEVER("never"),
    /** Test accuracy gets over one half, but within the steps of the run not to the top. */
    PARTLY("partly"),
    /** Test accuracy reaches its threshold and is lost again. */
    UNGROKS("ungroks"),
    /** Nobody has said. */
    OPEN("open");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /** The word in a file. */
    public String id() {
      return id;
    }

    static List<String> ids() {
      return Arrays.stream(values()).map(Outcome::id).toList();
    }
  }
}
