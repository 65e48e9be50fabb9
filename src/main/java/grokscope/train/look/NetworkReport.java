package grokscope.train.look;

import grokscope.measure.CircuitReport;
import grokscope.measure.RepresentationShare;
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
 * @param guessing what knowing nothing comes to
 * @param size how much it is of
 * @param squares Σw² of each matrix, by its name
 * @param broken the matrices with weights that are not finite numbers
 * @param circuit the circuit, where the task is a table of sums
 * @param rules what each rule for key frequencies says, likewise; only those that apply
 * @param neurons of each layer, likewise; none where the network has no neurons
 * @param representations what the logits have of characters, where the task is a table of products
 * @param unread of circuit and neurons what is not there, by its key, and why, in words that can
 *     follow "because"
 */
public record NetworkReport(
    Score all,
    Score train,
    Score test,
    Guessing guessing,
    ReportSize size,
    Map<String, Double> squares,
    List<BrokenArray> broken,
    Optional<CircuitReport> circuit,
    List<FrequencyRule> rules,
    List<NeuronCounts> neurons,
    List<RepresentationShare> representations,
    Map<String, String> unread) {
  /** What reports call the circuit. */
  public static final String CIRCUIT = "circuit";

  /** What they call the counts of neurons by frequency. */
  public static final String NEURONS = "neurons";

  /** What they call the shares of characters. */
  public static final String REPRESENTATIONS = "representations";

  public NetworkReport {
    broken = List.copyOf(broken);
    rules = List.copyOf(rules);
    neurons = List.copyOf(neurons);
    representations = List.copyOf(representations);
    unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    squares = Collections.unmodifiableMap(new LinkedHashMap<>(squares));
  }

  /** Σw² of all matrices. */
  public double weightNorm() {
    return squares.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
