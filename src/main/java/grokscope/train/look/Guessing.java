package grokscope.train.look;

import java.util.Optional;

/**
 * What answers come to that know nothing of the examples. Immutable, any thread.
 *
 * @param accuracy the share that is right by chance: 1 / classes; 0 where answers are real numbers
 * @param loss that of giving every class the same probability, ln classes; none unless the loss is
 *     a cross-entropy
 */
public record Guessing(double accuracy, Optional<Double> loss) {
  private static final double ERRORS = 3; // standard errors above guessing
  private static final double FAR = 1.5; // times the loss of guessing

  /** Among how many answers is guessed; 0 where answers are real numbers. */
  public long classes() {
    return accuracy > 0 ? Math.round(1 / accuracy) : 0;
  }

  /** Whether such a share of examples is no more than guessing might bring by chance. */
  public boolean bringsAccuracy(double right, int examples) {
    double error = Math.sqrt(accuracy * (1 - accuracy) / examples);
    return accuracy > 0 && right <= accuracy + ERRORS * error;
  }

  /** Whether a loss is far above that of guessing, so that the network is sure of wrong answers. */
  public boolean farBelow(double reached) {
    return loss.isPresent() && reached > FAR * loss.get();
  }
}
