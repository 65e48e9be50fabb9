package grokscope.train.loop;

import java.util.Optional;

/**
 * What came of a {@link Question}. Immutable, any thread.
 *
 * @param found empty where there is no answer
 * @param refusal why there is none, in one sentence; empty otherwise
 */
public record Answer<A>(Optional<A> found, String refusal) {
  /** An answer. */
  public static <A> Answer<A> of(A found) {
    return new Answer<>(Optional.of(found), "");
  }

  /** No answer. */
  public static <A> Answer<A> refused(String sentence) {
    return new Answer<>(Optional.empty(), sentence);
  }
}
