package grokscope.measure;

import grokscope.kernel.LossSum;
import grokscope.model.Parameters;
import java.util.function.ToDoubleFunction;

/**
 * What measures may read of a network at one step: everything that was computed once for all of
 * them. Trainer thread only, and only until the next step.
 *
 * @param train loss and right answers on all training examples
 * @param test loss and right answers on all test examples
 * @param parameters the weights, with the gradient of the training loss
 * @param sumOfSquares Σ x² of a matrix, in double
 */
public record Probe(
    LossSum train,
    LossSum test,
    Parameters parameters,
    ToDoubleFunction<grokscope.kernel.Matrix> sumOfSquares) {}
