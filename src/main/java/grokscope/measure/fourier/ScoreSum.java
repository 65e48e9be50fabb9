package grokscope.measure.fourier;

/** Adds up losses and right answers of both sides of a split. */
final class ScoreSum {
  private final double[] loss = new double[2];
  private final double[] right = new double[2];
  private final double[] count = new double[2];

  /** Adds {@code times} pairs of one side that have the same loss. */
  void add(boolean train, double pairLoss, boolean isRight, int times) {
    int side = train ? 0 : 1;
    loss[side] += times * pairLoss;
    right[side] += isRight ? times : 0;
    count[side] += times;
  }

  SplitScores scores() {
    return new SplitScores(
        score(loss[0] + loss[1], right[0] + right[1], count[0] + count[1]),
        score(loss[0], right[0], count[0]),
        score(loss[1], right[1], count[1]));
  }

  private static Score score(double loss, double right, double count) {
    return new Score(loss / count, right / count);
  }
}
