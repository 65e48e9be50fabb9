package grokscope.story;

/**
 * A phase of a run as a stretch of its steps. Immutable, any thread.
 *
 * @param phase which one
 * @param from its first step
 * @param to its last step
 * @param certain whether further evaluations cannot move it; on screen, others are hatched
 * @param remark by which rule it ends, and if it is not certain, why not; no full stop
 */
public record PhaseBand(Phase phase, int from, int to, boolean certain, String remark) {

  /** What a run goes through. */
  public enum Phase {
    /** The training examples are learned by heart. */
    MEMORIZING("memorising"),
    /** What generalises grows beside the memory. */
    FORMATION("circuit formation"),
    /** What only the memory needed decays. */
    CLEANUP("cleanup"),
    /** What was understood is lost. */
    LOST("lost again");

    private final String words;

    Phase(String words) {
      this.words = words;
    }

    /** Its name. */
    public String words() {
      return words;
    }
  }
}
