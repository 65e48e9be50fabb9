package grokscope.task;

/** A typed question that is none of its task: where it goes wrong, and what is allowed. */
public final class UnreadableQuestion extends Exception {
  private static final long serialVersionUID = 1;

  /** With a whole sentence. */
  public UnreadableQuestion(String sentence) {
    super(sentence);
  }
}
