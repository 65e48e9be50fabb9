package grokscope.train.loop;

/** What an error is called in a message. Stateless, any thread. */
public final class ErrorWords {
  private ErrorWords() {}

  /** Half a sentence, without a full stop. */
  public static String of(Throwable error) {
    if (error instanceof OutOfMemoryError) {
      return "there is not enough memory for this network; make it smaller";
    }
    String message = error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
  }
}
