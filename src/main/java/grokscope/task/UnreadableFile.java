package grokscope.task;

/** A file that is not what it should be, in one sentence without its full stop. */
final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableFile(String sentence) {
    super(sentence);
  }
}
