package grokscope.train.loop;

/** What an error is called in a run's message. Stateless, any thread. */
final class ErrorWords {
  private ErrorWords() {}

  /** Half a sentence, without a full stop. */
  static String of(Throwable error) {
    if (error instanceof OutOfMemoryError) {
      return "there is not enough memory for this network; make it smaller";
    }
    String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }
}
