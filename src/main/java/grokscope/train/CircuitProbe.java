package grokscope.train;

import grokscope.kernel.Matrix;
import grokscope.measure.Circuit;
import grokscope.measure.CircuitReport;
import grokscope.measure.CircuitState;
import grokscope.measure.fourier.Table;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import grokscope.task.CyclicSums;
import grokscope.task.Split;
import java.util.List;

/**
 * Reads the circuit that a network has for a table of sums, from its logits on all pairs and its
 * embedding. Trainer thread only, except that lanes fill {@link #logits}.
 */
final class CircuitProbe {
  /** What a number first meets in a network, by the networks' names for it. */
  private static final List<String> EMBEDDINGS =
      List.of("embed.W_E", "hidden.0.W_0", "hidden.0.W", "linear.W_0");

  private final int modulus;
  private final Circuit circuit;
  private final AllLogits logits;
  private final Matrix embedding;
  private final float[] copied;

  CircuitProbe(CyclicSums sums, Split split, Parameters parameters) {
    modulus = sums.modulus();
    boolean[] train = new boolean[modulus * modulus];
    for (int pair : split.train()) {
      train[pair] = true;
    }
    circuit = new Circuit(sums, train);
    logits = new AllLogits(modulus);
    embedding = embedding(parameters);
    copied = new float[modulus * embedding.columns()];
  }

  private static Matrix embedding(Parameters parameters) {
    return EMBEDDINGS.stream()
        .flatMap(name -> parameters.list().stream().filter(p -> p.name().equals(name)))
        .map(Parameter::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no embedding among " + parameters.list()));
  }

  /** Where an evaluation puts the logits of every pair. */
  AllLogits logits() {
    return logits;
  }

  /** What the logits of the last evaluation show. */
  CircuitState read() {
    return circuit.read(logits.table(), embedding());
  }

  /** The same, thoroughly. */
  CircuitReport report() {
    return circuit.report(logits.table(), embedding());
  }

  private Table embedding() {
    int columns = embedding.columns();
    for (int number = 0; number < modulus; number++) {
      embedding.copyRow(number, copied, number * columns, columns);
    }
    return new Table(modulus, columns, copied);
  }
}
