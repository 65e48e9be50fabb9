package grokscope.measure.fourier;

import grokscope.kernel.LossFormula;

/**
 * Restricted and excluded loss: what the network answers with nothing but the sum directions of a
 * few key frequencies, and without them. Nanda et al. 2023 (arXiv 2301.05217), section 5. One
 * instance per run, one thread at a time.
 *
 * <p>Restricted logits are the mean over all pairs of each class plus the part in the directions
 * u_k, v_k of the key frequencies. Excluded logits are the logits less that part. The stricter
 * excluded logits lose only the part of the whole cube (a, b, c) along cos and sin of 2πk(a+b−c)/p.
 * The paper draws restricted loss on all pairs and excluded loss on the training pairs.
 *
 * <p>Every loss here is the run's own, so that it can be compared with the training loss; in double
 * whatever the run computes in, against the right answers whatever labels it trains on, and of the
 * number classes alone.
 */
public final class CircuitLosses {
  private final SumPairs pairs;
  private final boolean[] train;
  private final LossFormula formula;

  /**
   * For the pairs of a task.
   *
   * @param train for each of the p² pairs whether it is a training pair
   * @param formula what the run calls loss
   */
  public CircuitLosses(SumPairs pairs, boolean[] train, LossFormula formula) {
    if (train.length != pairs.count()) {
      throw new IllegalArgumentException(pairs.count() + " marks expected, not " + train.length);
    }
    this.pairs = pairs;
    this.train = train.clone();
    this.formula = formula;
  }

  /**
   * Reads the two curves of the paper off the logits of one network state: cheap enough for every
   * evaluation.
   *
   * @param logits p² rows, one per pair; the first p columns are the classes, others are ignored
   * @param keyFrequencies the key set, each 1 … (p−1)/2, none twice
   */
  public CircuitCurves curves(Table logits, int... keyFrequencies) {
    logits.require(pairs.count(), "a reading of all pairs");
    SumMeans means = SumMeans.of(pairs, logits);
    SumProjection projection = new SumProjection(pairs.basis(), means);
    double[] keyPart = projection.of(keyFrequencies);
    Exclusion exclusion =
        new Exclusion(pairs, logits, formula, projection, 0, keyPart).over(train, false);
    return new CircuitCurves(restricted(means.byClass(), keyPart), exclusion.without(0).train());
  }

  /**
   * Reads everything off the logits of one network state.
   *
   * @param logits p² rows, one per pair; the first p columns are the classes, others are ignored
   * @param keyFrequencies the key set, each 1 … (p−1)/2, none twice
   */
  public CircuitReading read(Table logits, int... keyFrequencies) {
    logits.require(pairs.count(), "a reading of all pairs");
    SumMeans means = SumMeans.of(pairs, logits);
    SumProjection projection = new SumProjection(pairs.basis(), means);
    LogitDecomposition decomposition = new LogitDecomposition(pairs.basis(), means, formula);
    double[] keyPart = projection.of(keyFrequencies);
    double[] cubePart = cube(decomposition.part(keyFrequencies));
    Exclusion exclusion =
        new Exclusion(
                pairs, logits, formula, projection, pairs.basis().frequencies(), keyPart, cubePart)
            .over(train, true);
    return new CircuitReading(
        restricted(means.byClass(), keyPart),
        exclusion.without(0),
        exclusion.without(1),
        exclusion.withoutSingle(),
        decomposition);
  }

  /** Restricted logits are the same for all pairs of one sum, so p rows are enough. */
  private SplitScores restricted(double[] classMeans, double[] keyPart) {
    int p = pairs.p();
    ScoreSum scores = new ScoreSum();
    double[] row = new double[p];
    for (int sum = 0; sum < p; sum++) {
      for (int c = 0; c < p; c++) {
        row[c] = classMeans[c] + keyPart[sum * p + c];
      }
      double loss = LogitRow.loss(formula, row, sum);
      boolean right = LogitRow.greatest(row) == sum;
      int trained = 0;
      for (int n = 0; n < p; n++) {
        trained += train[pairs.pairWith(sum, n)] ? 1 : 0;
      }
      scores.add(true, loss, right, trained);
      scores.add(false, loss, right, p - trained);
    }
    return scores.scores();
  }

  /** A function of a+b−c as a function of sum and class. */
  private double[] cube(double[] byDifference) {
    int p = pairs.p();
    double[] part = new double[p * p];
    for (int i = 0; i < part.length; i++) {
      part[i] = byDifference[Math.floorMod(i / p - i % p, p)];
    }
    return part;
  }
}
