package grokscope.measure.fourier;

import java.util.Arrays;

/**
 * Progress measures of one network state. Immutable by convention, any thread.
 *
 * @param restricted with only the key frequencies' sum directions (and the mean of each class)
 * @param excluded without the key frequencies' sum directions
 * @param excludedFromCube without the key frequencies' part of the whole cube along a+b−c only
 * @param singleExcludedTrainLoss loss of the training pairs without frequency 1, 2, … alone
 * @param decomposition how much of the logits are cosines of a+b−c
 */
@SuppressWarnings("ArrayRecordComponent")
public record CircuitReading(
    SplitScores restricted,
    SplitScores excluded,
    SplitScores excludedFromCube,
    double[] singleExcludedTrainLoss,
    LogitDecomposition decomposition) {

  /** The key-free excluded loss of the training pairs: the greatest over single frequencies. */
  public double greatestSingleExcludedTrainLoss() {
    return Arrays.stream(singleExcludedTrainLoss).max().orElse(Double.NaN);
  }
}
