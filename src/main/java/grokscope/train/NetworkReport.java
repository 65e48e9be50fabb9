package grokscope.train;

import grokscope.measure.CircuitReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of one network. Immutable, any thread.
 *
 * @param loss mean loss of all examples
 * @param accuracy share of all examples answered right
 * @param squares Σw² of each matrix, by its name
 * @param circuit the circuit, where the task is a table of sums
 * @param neurons of each layer, likewise; none where the network has no neurons
 */
public record NetworkReport(
    double loss,
    double accuracy,
    Map<String, Double> squares,
    Optional<CircuitReport> circuit,
    List<NeuronCounts> neurons) {
  public NetworkReport {
    neurons = List.copyOf(neurons);
    squares = Collections.unmodifiableMap(new LinkedHashMap<>(squares));
  }
}
