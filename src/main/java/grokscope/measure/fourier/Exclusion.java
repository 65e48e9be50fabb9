package grokscope.measure.fourier;

import grokscope.kernel.LossFormula;
import java.util.Arrays;

/**
 * Scores of logits L from which parts R are taken that depend on sum and class only: some given
 * parts on all pairs, and every single frequency's on the training pairs. For a softmax, exp(L−R)
 * is exp(L)·exp(−R), so that the p³ exponentials of the logits serve all parts; other losses need
 * no exponential. One reading, one thread.
 */
final class Exclusion {
  /** Beyond this distance of logits an exponential may leave the range of double. */
  private static final double SAFE = 300;

  private final SumPairs pairs;
  private final Table logits;
  private final LossFormula formula;
  private final boolean softmax;
  private final SumProjection projection;
  private final double[][] extraParts;
  private final int p;

  /** How many parts there are: the given ones, then those of frequency 1, 2, … */
  private final int columns;

  /** At one sum: R(c) of each part at c · columns + part, and exp(R(answer) − R(c)). */
  private final double[] parts;

  private final double[] factors;

  /** Of one pair: exp(L(c) − L(answer)), and the sum of exponentials of each part. */
  private final double[] weights;

  private final double[] others;

  private final boolean[] right;
  private final ScoreSum[] scores;

  /** Σ over the training pairs, for each frequency. */
  private final double[] trainLoss;

  /**
   * For one network state.
   *
   * @param formula the loss
   * @param frequencies how many single frequencies to leave out in turn, from 1 on; 0 saves time
   * @param extraParts parts of their own, each at sum · p + class
   */
  Exclusion(
      SumPairs pairs,
      Table logits,
      LossFormula formula,
      SumProjection projection,
      int frequencies,
      double[]... extraParts) {
    this.pairs = pairs;
    this.logits = logits;
    this.formula = formula;
    this.softmax =
        formula == LossFormula.CROSS_ENTROPY || formula == LossFormula.CROSS_ENTROPY_IN_FLOAT;
    this.projection = projection;
    this.extraParts = extraParts;
    this.p = pairs.p();
    this.trainLoss = new double[frequencies];
    this.columns = extraParts.length + trainLoss.length;
    this.parts = new double[p * columns];
    this.factors = new double[p * columns];
    this.weights = new double[p];
    this.others = new double[columns];
    this.right = new boolean[extraParts.length];
    this.scores = new ScoreSum[extraParts.length];
    Arrays.setAll(scores, part -> new ScoreSum());
  }

  /**
   * Reads the pairs; once.
   *
   * @param hiddenToo whether to read the hidden pairs as well
   */
  Exclusion over(boolean[] train, boolean hiddenToo) {
    int trained = 0;
    for (int sum = 0; sum < p; sum++) {
      boolean narrow = fillParts(sum);
      for (int n = 0; n < p; n++) {
        int pair = pairs.pairWith(sum, n);
        if (hiddenToo || train[pair]) {
          add(pair, train[pair], narrow);
        }
        trained += train[pair] ? 1 : 0;
      }
    }
    int count = trained;
    Arrays.setAll(trainLoss, k -> trainLoss[k] / count);
    return this;
  }

  /** The scores without a given part. */
  SplitScores without(int part) {
    return scores[part].scores();
  }

  /** The mean losses of the training pairs without frequency 1, 2, …, each alone. */
  double[] withoutSingle() {
    return trainLoss;
  }

  /** Takes the parts at one sum; true when their exponentials serve and are all in range. */
  private boolean fillParts(int sum) {
    double widest = 0;
    for (int c = 0; c < p; c++) {
      int to = c * columns;
      for (int part = 0; part < extraParts.length; part++) {
        parts[to + part] = extraParts[part][sum * p + c];
      }
      for (int k = 1; k <= trainLoss.length; k++) {
        parts[to + extraParts.length + k - 1] = projection.at(k, sum, c);
      }
    }
    if (!softmax) {
      return false;
    }
    for (int c = 0; c < p; c++) {
      for (int column = 0; column < columns; column++) {
        int i = c * columns + column;
        factors[i] = parts[sum * columns + column] - parts[i];
        widest = Math.max(widest, Math.abs(factors[i]));
      }
    }
    for (int i = 0; i < factors.length; i++) {
      factors[i] = Math.exp(factors[i]);
    }
    return widest < SAFE;
  }

  private void add(int pair, boolean isTrain, boolean narrow) {
    int used = isTrain ? columns : extraParts.length;
    if (narrow && fillWeights(pair)) {
      addProducts(pairs.sum(pair), used);
    } else {
      addExactly(pair, used);
    }
    for (int part = 0; part < extraParts.length; part++) {
      scores[part].add(isTrain, others[part], right[part], 1);
    }
    for (int column = extraParts.length; column < used; column++) {
      trainLoss[column - extraParts.length] += others[column];
    }
  }

  private boolean fillWeights(int pair) {
    double own = logits.at(pair, pairs.sum(pair));
    double farthest = 0;
    for (int c = 0; c < p; c++) {
      weights[c] = logits.at(pair, c) - own;
      farthest = Math.max(farthest, Math.abs(weights[c]));
    }
    for (int c = 0; c < p; c++) {
      weights[c] = Math.exp(weights[c]);
    }
    return farthest < SAFE;
  }

  /** Leaves the losses in {@link #others}; the answer's own exponential is the 1 of log1p. */
  private void addProducts(int answer, int used) {
    weights[answer] = 0;
    Arrays.fill(others, 0, used, 0);
    for (int part = 0; part < extraParts.length; part++) {
      right[part] = isRight(answer, part);
    }
    int c = 0;
    for (; c + 3 < p; c += 4) {
      addFour(c, used);
    }
    for (; c < p; c++) {
      for (int column = 0; column < used; column++) {
        others[column] += weights[c] * factors[c * columns + column];
      }
    }
    for (int column = 0; column < used; column++) {
      others[column] = Math.log1p(others[column]);
    }
  }

  /** Four classes at once, so that each sum is loaded and stored once for four products. */
  private void addFour(int c, int used) {
    double first = weights[c];
    double second = weights[c + 1];
    double third = weights[c + 2];
    double fourth = weights[c + 3];
    int from = c * columns;
    for (int column = 0; column < used; column++) {
      int i = from + column;
      others[column] +=
          first * factors[i]
              + second * factors[i + columns]
              + (third * factors[i + 2 * columns] + fourth * factors[i + 3 * columns]);
    }
  }

  /** A class of a greater logit has a product above 1; of equal ones the first counts. */
  private boolean isRight(int answer, int part) {
    for (int c = 0; c < p; c++) {
      double product = weights[c] * factors[c * columns + part];
      if (product >= 1 && (product > 1 || c < answer)) {
        return false;
      }
    }
    return true;
  }

  private void addExactly(int pair, int used) {
    double[] row = new double[p];
    for (int column = 0; column < used; column++) {
      for (int c = 0; c < p; c++) {
        row[c] = logits.at(pair, c) - parts[c * columns + column];
      }
      others[column] = LogitRow.loss(formula, row, pairs.sum(pair));
      if (column < right.length) {
        right[column] = LogitRow.greatest(row) == pairs.sum(pair);
      }
    }
  }
}
