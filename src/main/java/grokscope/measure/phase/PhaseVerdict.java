package grokscope.measure.phase;

/** What a run turned out to be, so far; {@link Outcome} has the rules. */
public enum PhaseVerdict {
  /** The training set is not known by heart. */
  NOT_LEARNED("the training examples are not learned yet"),
  /** It is, and hardly any of the hidden examples is answered rightly. */
  MEMORIZED_ONLY("memorised only: it does not generalise to the hidden examples yet"),
  /** It is, and test accuracy has left its floor, below a half. */
  RISING("memorised: fewer than half of the hidden examples are answered correctly"),
  /** It is, and half or more of the hidden examples are answered rightly, but not all. */
  IN_PART("generalising in part: some of the hidden examples are answered right"),
  /** Both sets were learned together, or the hidden one first. */
  NO_DELAY("no delay: hidden examples were learned along with the training examples"),
  /** The hidden examples came later, but too soon for grokking. */
  SHORT_DELAY("a short delay: hidden examples were understood soon after the training examples"),
  /** Test accuracy followed long after train accuracy. */
  GROKKING("grokking: hidden examples were understood long after the training examples"),
  /** Test accuracy reached its threshold and is lost again. */
  UNGROKKED("ungrokked: it had generalised and lost it again"),
  /** The training set was known by heart and is so no longer. */
  FORGOTTEN("forgotten: it had learned the training examples and has lost most of them again"),
  /** Every step brings new examples, and they are not understood. */
  LEARNING("new examples in every step are not understood yet"),
  /** Every step brings new examples, and half or more of them are answered rightly. */
  LEARNED_IN_PART("understood in part: some of the new examples are answered correctly"),
  /** Every step brings new examples, and they are answered rightly. */
  LEARNED("understood: new examples are answered right"),
  /** The loss is no longer a number. */
  DIVERGED("diverged: the loss is no longer a finite number");

  private final String words;

  PhaseVerdict(String words) {
    this.words = words;
  }

  /** The verdict as a phrase. */
  public String words() {
    return words;
  }

  /** Whether memorising, circuit formation and cleanup can be told apart in such a run. */
  public boolean hasPhases() {
    return switch (this) {
      case NO_DELAY, FORGOTTEN, LEARNING, LEARNED_IN_PART, LEARNED, DIVERGED -> false;
      default -> true;
    };
  }
}
