package grokscope.measure;

/** What a run turned out to be, so far. */
public enum PhaseVerdict {
  /** Train accuracy has not reached 0.99. */
  NOT_LEARNED("the training examples are not learned yet"),
  /** Train accuracy has, test accuracy has not. */
  MEMORIZED_ONLY("memorised only: nothing carries over to the hidden examples yet"),
  /** Both reached it within half of the steps that training took. */
  NO_DELAY("no delay: hidden examples were learned along with the training examples"),
  /** Test accuracy reached it long after train accuracy. */
  GROKKING("grokking: hidden examples were understood long after the training examples"),
  /** Test accuracy reached it and is lost again. */
  UNGROKKED("ungrokked: it had generalised and lost it again"),
  /** A loss is no longer a number. */
  DIVERGED("diverged: the loss is no longer a finite number");

  private final String words;

  PhaseVerdict(String words) {
    this.words = words;
  }

  /** The verdict as a phrase. */
  public String words() {
    return words;
  }
}
