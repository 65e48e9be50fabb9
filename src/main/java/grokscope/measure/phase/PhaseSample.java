package grokscope.measure.phase;

/**
 * What a {@link PhaseDetector} looks at in one evaluation; NaN where it is not measured.
 *
 * @param step how many updates the network had received
 * @param trainLoss mean loss of the training examples
 * @param testLoss mean loss of the hidden examples
 * @param trainAccuracy share of training examples answered right
 * @param testAccuracy share of hidden examples answered right
 * @param weightNorm Σw²
 * @param excludedLoss excluded loss of the training pairs
 * @param restrictedLoss restricted loss of all pairs
 * @param restrictedAccuracy restricted accuracy of all pairs
 */
public record PhaseSample(
    int step,
    double trainLoss,
    double testLoss,
    double trainAccuracy,
    double testAccuracy,
    double weightNorm,
    double excludedLoss,
    double restrictedLoss,
    double restrictedAccuracy) {}
