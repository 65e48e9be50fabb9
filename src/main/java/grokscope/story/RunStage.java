package grokscope.story;

/** Where a run stands in the story of grokking, or why it does not go on. Any thread. */
public enum RunStage {
  READY("ready", "neutral", "No run yet. Press Run."),
  WEIGHTS("weights of a file", "neutral", "A network that this window did not train."),
  PREPARING("preparing", "neutral", "Data and network are being prepared."),
  MEMORIZING("memorising", "train", "The network learns the training examples by heart."),
  WAITING("waiting", "waiting", "Training examples are known; test accuracy is still near chance."),
  GENERALIZING("generalising", "test", "Test accuracy is rising: the network finds the rule."),
  GENERALIZED(
      "generalised", "success", "Test accuracy reached its threshold without a long delay."),
  GROKKED("grokked", "success", "Test accuracy reached its threshold long after train accuracy."),
  UNGROKKED(
      "ungrokked", "waiting", "Test accuracy had reached its threshold and has fallen again."),
  FORGOTTEN(
      "forgotten", "danger", "Most of the training examples, once known, have been forgotten."),
  LEARNING("learning", "waiting", "Every step brings new examples; there is nothing to memorise."),
  PARTLY("understood in part", "test", "The run finished before everything was understood."),
  MEMORIZED_ONLY("memorised only", "waiting", "The run finished without grokking."),
  NOT_LEARNED("not learned", "waiting", "The run finished before its examples were learned."),
  PAUSED("paused", "neutral", "Waiting. Press Resume, or Step."),
  STOPPED("stopped", "neutral", "Ended before its last step."),
  DIVERGED("diverged", "danger", "The loss is no longer a finite number."),
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
