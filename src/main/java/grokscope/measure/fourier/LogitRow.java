package grokscope.measure.fourier;

/** The logits of one pair in double. */
final class LogitRow {
  private LogitRow() {}

  /**
   * Cross-entropy log Σ exp(x_c − x_answer), by the greatest logit where the answer is not it. A
   * tiny loss keeps all its digits, because the answer's own 1 is added by log1p.
   */
  static double loss(double[] logits, int answer) {
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
