package grokscope.measure.fourier;

import grokscope.kernel.LossFormula;

/** The logits of one pair in double. */
final class LogitRow {
  private LogitRow() {}

  /** The loss of one pair by the formula that the network was trained with, always in double. */
  static double loss(LossFormula formula, double[] logits, int answer) {
    return switch (formula) {
      case CROSS_ENTROPY, CROSS_ENTROPY_IN_FLOAT -> crossEntropy(logits, answer);
      case STABLE_MAX -> stableMax(logits, answer);
      case SQUARED_ERROR -> squaredError(logits, answer);
    };
  }

  /**
   * Cross-entropy log Σ exp(x_c − x_answer), by the greatest logit where the answer is not it. A
   * tiny loss keeps all its digits, because the answer's own 1 is added by log1p.
   */
  private static double crossEntropy(double[] logits, int answer) {
    double greatest = logits[greatest(logits)];
    double others = 0;
    for (int c = 0; c < logits.length; c++) {
      if (c != answer) {
        others += Math.exp(logits[c] - greatest);
      }
    }
    double own = logits[answer] - greatest;
    return own == 0 ? Math.log1p(others) : Math.log(others + Math.exp(own)) - own;
  }

  private static double stableMax(double[] logits, int answer) {
    double others = 0;
    for (int c = 0; c < logits.length; c++) {
      others += c == answer ? 0 : stableShare(logits[c]);
    }
    return Math.log1p(others / stableShare(logits[answer]));
  }

  private static double stableShare(double logit) {
    return logit >= 0 ? logit + 1 : 1 / (1 - logit);
  }

  private static double squaredError(double[] logits, int answer) {
    double sum = 0;
    for (int c = 0; c < logits.length; c++) {
      double error = logits[c] - (c == answer ? 1 : 0);
      sum += error * error;
    }
    return sum / logits.length;
  }

  /** The first class with the greatest logit. */
  static int greatest(double[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      if (logits[c] > logits[best]) {
        best = c;
      }
    }
    return best;
  }
}
