package grokscope.task;

/** A typed question that is none of its task: where it goes wrong, and what is allowed. */
public final class UnreadableQuestion extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;

  /** With a whole sentence. */
  public UnreadableQuestion(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What is wrong, and what is allowed. */
  public String sentence() {
    return sentence;
  }
}
