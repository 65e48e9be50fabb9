package grokscope.measure;

import grokscope.kernel.LossSum;
import grokscope.model.Parameters;
import java.util.List;
import java.util.function.Supplier;

/**
 * What measures may read of a network at one step: everything that was computed once for all of
 * them. Trainer thread only, and only until the next step.
 *
 * @param train loss and right answers on all training examples; on those of the step where every
 *     step draws new ones
 * @param test loss and right answers on all test examples
 * @param testAt the same for each answer of an example apart
 * @param watched the same where the network is only watched; nothing for most tasks
 * @param circuit what the network does with a table of sums; asked for only where the task is one
 * @param thoroughProbe a thorough look inside, which may take a second
 * @param squares Σw² of each parameter, in their order
 * @param parameters the weights, with the gradient of the training loss
 */
public record Probe(
    LossSum train,
    LossSum test,
    List<LossSum> testAt,
    LossSum watched,
    Supplier<CircuitState> circuit,
    ThoroughProbe thoroughProbe,
    Supplier<double[]> squares,
    Parameters parameters) {}
