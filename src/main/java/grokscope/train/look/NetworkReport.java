package grokscope.train.look;

import grokscope.measure.CircuitReport;
import grokscope.measure.fourier.Score;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of one network. Immutable, any thread.
 *
 * @param all all examples
 * @param train those that the config trains on; those of one step where every step draws new ones
 * @param test those that it hides
 * @param squares Σw² of each matrix, by its name
 * @param circuit the circuit, where the task is a table of sums
 * @param neurons of each layer, likewise; none where the network has no neurons
 * @param unread of circuit and neurons what is not there, by its key, and why, in words that can
 *     follow "because"
 */
public record NetworkReport(
    Score all,
    Score train,
    Score test,
    Map<String, Double> squares,
    Optional<CircuitReport> circuit,
    List<NeuronCounts> neurons,
    Map<String, String> unread) {
  /** What reports call the circuit. */
  public static final String CIRCUIT = "circuit";

  /** What they call the counts of neurons by frequency. */
  public static final String NEURONS = "neurons";

  public NetworkReport {
    neurons = List.copyOf(neurons);
    unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    squares = Collections.unmodifiableMap(new LinkedHashMap<>(squares));
  }

  /** Σw² of all matrices. */
  public double weightNorm() {
    return squares.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
