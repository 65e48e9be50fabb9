package grokscope.model.transformer;

import grokscope.model.Parameters;
import grokscope.telemetry.Part;

/**
 * The parameters of one layer normalisation; they start at 1 and 0.
 *
 * @param gain [1, d_model]
 * @param bias [1, d_model]
 */
record NormWeights(Parameters.Weight gain, Parameters.Weight bias) {
  static NormWeights fresh(Parameters parameters, String name, int width) {
    return new NormWeights(
        parameters.constant(Part.NORM, name + ".w", 1, width, 1),
        parameters.constant(Part.NORM, name + ".b", 1, width, 0));
  }
}
