package grokscope.train.look;

import grokscope.kernel.LossFormula;
import grokscope.kernel.Matrix;
import grokscope.measure.Circuit;
import grokscope.measure.CircuitReport;
import grokscope.measure.CircuitState;
import grokscope.measure.LogitMap;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.NumberWeights;
import grokscope.measure.fourier.Table;
import grokscope.model.Network;
import grokscope.task.CyclicSums;
import grokscope.task.Split;
import grokscope.telemetry.Part;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the circuit that a network has for a table of sums, from its logits on all pairs and its
 * weights. Trainer thread only, except that lanes fill {@link #logits}.
 */
public final class CircuitProbe {
  private final int modulus;
  private final CyclicSums sums;
  private final LossFormula formula;
  private final Supplier<Split> split;
  private @Nullable SplitCircuit latest;
  private final AllLogits logits;
  private final List<Matrix> numbers;
  private final NumberWeights weights;
  private final float[] copied;

  /** The circuit's formulas for one choice of training pairs. */
  private record SplitCircuit(Split split, Circuit circuit) {}

  /**
   * A probe of a network.
   *
   * @param formula the run's loss
   * @param split which pairs are trained on at the moment
   */
  public CircuitProbe(
      CyclicSums sums, LossFormula formula, Supplier<Split> split, Network network) {
    this.sums = sums;
    this.formula = formula;
    this.split = split;
    modulus = sums.modulus();
    logits = new AllLogits(modulus);
    numbers = network.numbers();
    weights =
        NumberWeights.of(
            network.parameters().list().stream()
                .anyMatch(parameter -> parameter.part() == Part.EMBEDDING));
    copied = new float[modulus * numbers.stream().mapToInt(Matrix::columns).sum()];
  }

  private Circuit circuit() {
    Split now = split.get();
    SplitCircuit known = latest;
    if (known == null || known.split() != now) {
      boolean[] train = new boolean[modulus * modulus];
      for (int pair : now.train()) {
        train[pair] = true;
      }
      known = new SplitCircuit(now, new Circuit(sums, train, formula));
      latest = known;
    }
    return known.circuit();
  }

  /** Where an evaluation puts the logits of every pair. */
  public AllLogits logits() {
    return logits;
  }

  /** What the logits of the last evaluation show. */
  public CircuitState read() {
    return circuit().read(logits.table(), numbers());
  }

  /**
   * The same with other key frequencies.
   *
   * @param keys empty for those of the network itself
   */
  public CircuitMoment read(int step, List<Integer> keys) {
    int[] chosen =
        keys.isEmpty()
            ? circuit().keys(numbers())
            : keys.stream().mapToInt(Integer::intValue).toArray();
    return new CircuitMoment(
        step, Arrays.stream(chosen).boxed().toList(), circuit().curves(logits.table(), chosen));
  }

  /** The same, thoroughly. */
  public CircuitReport report() {
    return circuit().report(logits.table(), weights, numbers());
  }

  /** The frequencies of neurons, whose activations have a row for each pair. */
  NeuronFrequencies neurons(Table activations) {
    return circuit().neurons(activations);
  }

  /** How neurons write to the logits, by a map with a row for each class and perhaps more. */
  LogitMap logitMap(Table map) {
    return circuit().logitMap(map.firstRows(modulus));
  }

  /**
   * What each number first meets, as every operand if there is a table for each, side by side;
   * overwritten by the next call.
   */
  Table numbers() {
    int columns = copied.length / modulus;
    int at = 0;
    for (Matrix table : numbers) {
      for (int number = 0; number < modulus; number++) {
        table.copyRow(number, copied, number * columns + at, table.columns());
      }
      at += table.columns();
    }
    return new Table(modulus, columns, copied);
  }
}
