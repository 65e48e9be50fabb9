package grokscope.measure;

import grokscope.measure.fourier.NumberWeights;
import grokscope.task.CyclicSums;
import grokscope.task.TaskShape;
import grokscope.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The list of measures, in the order of the columns. */
public final class Measures {
  /** Beyond this many positions a column for each says less than their mean. */
  private static final int MOST_POSITIONS = 8;

  private static final List<Measure> EVERYWHERE =
      List.of(
          new Measure(
              new Metric(MetricIds.TRAIN_LOSS, "train loss", "Mean loss of the training examples."),
              probe -> probe.train().meanLoss()),
          new Measure(
              new Metric(MetricIds.TEST_LOSS, "test loss", "Mean loss of the hidden examples."),
              probe -> probe.test().meanLoss()),
          new Measure(
              new Metric(
                  MetricIds.TRAIN_ACCURACY,
                  "train accuracy",
                  "Share of training examples answered correctly."),
              probe -> probe.train().accuracy()),
          new Measure(
              new Metric(
                  MetricIds.TEST_ACCURACY,
                  "test accuracy",
                  "Share of hidden examples answered correctly."),
              probe -> probe.test().accuracy()),
          new Measure(
              new Metric(
                  MetricIds.WEIGHT_NORM, "Σw²", "Sum of the squares of all weights and biases."),
              Measures::weightNorm));

  private static final Measure IN_CONTEXT =
      new Measure(
          new Metric(
              MetricIds.IN_CONTEXT_SCORE,
              "in-context score",
              "Mean loss of the hidden examples where earlier tokens determine the answer, minus"
                  + " that where they do not: far below 0 once the network uses its context."),
          probe -> probe.test().meanLoss() - probe.watched().meanLoss());

  private Measures() {}

  private static List<Measure> circuit(NumberWeights numberWeights) {
    String weights = numberWeights.words();
    return List.of(
        ofCircuit(
            MetricIds.RESTRICTED_LOSS,
            "restricted loss, all pairs",
            "Loss of all pairs if only the mean of the logits and their key frequencies' waves of"
                + " the sum are kept: it falls while test loss is still high.",
            state -> state.curves().restricted().all().loss()),
        ofCircuit(
            MetricIds.EXCLUDED_LOSS,
            "excluded loss, train",
            "Loss of the training pairs without the key frequencies' waves: it rises as the"
                + " circuit takes these pairs over from memory.",
            state -> state.curves().excludedTrain().loss()),
        ofCircuit(
            "restricted_accuracy",
            "restricted accuracy, all pairs",
            "Share of all pairs that the key frequencies' waves alone answer correctly.",
            state -> state.curves().restricted().all().accuracy()),
        ofCircuit(
            "excluded_accuracy",
            "excluded accuracy, train",
            "Share of the training pairs answered correctly without the key frequencies' waves.",
            state -> state.curves().excludedTrain().accuracy()),
        ofCircuit(
            MetricIds.EMBEDDING_GINI,
            "Gini of the " + weights,
            "How unevenly frequencies are used in the "
                + weights
                + ": 0 if all alike, near 1 if only a few.",
            state -> state.embedding().gini()),
        ofCircuit(
            MetricIds.KEY_FREQUENCIES,
            "key frequencies",
            "How many frequencies have more than a quarter of the largest one's part of the "
                + weights
                + ", at this step.",
            CircuitState::keyFrequencies));
  }

  private static Measure ofCircuit(
      String id, String title, String sentence, ToDoubleFunction<CircuitState> value) {
    return new Measure(
        new Metric(id, title, sentence), probe -> value.applyAsDouble(probe.circuit().get()));
  }

  /**
   * The usual measures of a task: those that every task has, and those that its answers allow.
   *
   * @param numberWeights which weights hold the numbers, where the task is a table of sums
   */
  public static List<Measure> of(
      TaskShape task, Optional<CyclicSums> sums, NumberWeights numberWeights) {
    List<Measure> measures = new ArrayList<>(EVERYWHERE);
    if (sums.isPresent()) {
      measures.addAll(circuit(numberWeights));
    }
    if (task.answers() > 1 && task.answers() <= MOST_POSITIONS) {
      for (int n = 0; n < task.answers(); n++) {
        measures.add(testLossAt(n));
      }
    }
    if (task.watched() > 0) {
      measures.add(IN_CONTEXT);
    }
    return List.copyOf(measures);
  }

  /** The ids of what only a table of sums has. */
  public static List<String> ofSums() {
    return circuit(NumberWeights.EMBEDDING).stream().map(measure -> measure.metric().id()).toList();
  }

  private static Measure testLossAt(int answer) {
    int number = answer + 1;
    return new Measure(
        new Metric(
            MetricIds.testLossAt(number),
            "test loss, answer " + number,
            "Mean loss of the hidden examples at their answer number " + number + "."),
        probe -> probe.testAt().get(answer).meanLoss());
  }

  /** Σw² over all parameters: the square of the L2 norm. */
  private static double weightNorm(Probe probe) {
    double sum = 0;
    for (double square : probe.squares().get()) {
      sum += square;
    }
    return sum;
  }
}
