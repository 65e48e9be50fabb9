package grokscope.run.sequence;

import java.util.Optional;

/**
 * Doubts a split that was named: examples that a network was trained on are answered better than
 * others at some checkpoint, unless both were learned together. One thread.
 */
final class SplitDoubt {
  private static final double CLEARLY = 0.05;
  private static final double SOME = 0.1;
  private static final double MOST = 0.9;

  private boolean partly; // whether only a part was answered right at some checkpoint
  private boolean better;

  /** Takes the next checkpoint; NaN where the split is not known. */
  void observe(double train, double test) {
    partly |= train > SOME && train < MOST;
    better |= train > test + CLEARLY || Double.isNaN(train);
  }

  /** What is to be said; nothing where there is no doubt. */
  Optional<String> doubt() {
    return partly && !better
        ? Optional.of(
            "At no checkpoint are the training examples answered better than the hidden ones:"
                + " either both were learned together, or the network was trained on other examples"
                + " than these, and what is said of memorising is wrong.")
        : Optional.empty();
  }
}
