package grokscope.story;

/** Where a run stands in the story of grokking, or why it does not go on. Any thread. */
public enum RunStage {
  READY("ready", "neutral", "Nothing has run yet. Press Run."),
  WEIGHTS("weights from a file", "neutral", "A network that this window did not train."),
  PREPARING("preparing", "neutral", "Data and network are being prepared."),
  MEMORIZING("learning", "train", "Not all training examples are answered correctly yet."),
  WAITING(
      "memorised",
      "waiting",
      "The training examples are known; the hidden ones are not understood yet."),
  GENERALIZING("generalising", "test", "A part of the hidden examples is answered correctly."),
  FROM_START("right from the start", "success", "Everything was known before the first step."),
  GENERALIZED(
      "generalised", "success", "The hidden examples were understood without a long delay."),
  UNTIMED(
      "generalised",
      "success",
      "Both sets are known; the evaluations lie too far apart to say how long after each other."),
  UNTOLD("imported", "neutral", "Nobody has said which examples were trained on."),
  GROKKED("grokked", "success", "The hidden examples were understood long after the training set."),
  UNGROKKED("lost again", "waiting", "What had been understood has been lost again."),
  FORGOTTEN(
      "forgotten", "danger", "Most of the training examples, once known, have been forgotten."),
  COLLAPSED("collapsed", "danger", "The weights have shrunk to almost nothing."),
  LEARNING("learning", "waiting", "Every step brings new examples; nothing can be memorised."),
  UNDERSTANDING(
      "learning", "test", "Every step brings new examples; a part of them is understood."),
  UNDERSTOOD("understood", "success", "Examples that it has never seen are answered correctly."),
  PARTLY_UNDERSTOOD(
      "understood in part", "test", "The run ended before new examples were understood."),
  PARTLY(
      "generalised in part",
      "test",
      "The run ended with a part of the hidden examples understood."),
  MEMORIZED_ONLY(
      "memorised only", "waiting", "The run ended before the hidden examples were understood."),
  NOT_LEARNED("not learned", "waiting", "The run ended before its examples were learned."),
  PAUSED("paused", "neutral", "Waiting. Press Continue, or Step."),
  STOPPED("stopped", "neutral", "Ended before its last step."),
  DIVERGED("diverged", "danger", "The loss has grown beyond all bounds."),
  FAILED("failed", "danger", "An error ended the run.");

  private final String words;
  private final String tone;
  private final String sentence;

  RunStage(String words, String tone, String sentence) {
    this.words = words;
    this.tone = tone;
    this.sentence = sentence;
  }

  /** The words on the badge. */
  public String words() {
    return words;
  }

  /** The colour of the badge, as a style class. */
  public String tone() {
    return tone;
  }

  /** One sentence for the tooltip. */
  public String sentence() {
    return sentence;
  }
}
