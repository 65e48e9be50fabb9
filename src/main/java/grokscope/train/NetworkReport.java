package grokscope.train;

import grokscope.measure.CircuitReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of one network. Immutable, any thread.
 *
 * @param loss mean loss of all examples
 * @param accuracy share of all examples answered right
 * @param squares Σw² of each matrix, by its name
 * @param circuit the circuit, where the task is a table of sums
 */
public record NetworkReport(
    double loss, double accuracy, Map<String, Double> squares, Optional<CircuitReport> circuit) {
  public NetworkReport {
    squares = Collections.unmodifiableMap(new LinkedHashMap<>(squares));
  }
}
