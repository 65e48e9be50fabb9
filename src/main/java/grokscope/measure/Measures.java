package grokscope.measure;

import grokscope.model.Parameter;
import grokscope.task.TaskShape;
import grokscope.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;

/** The list of measures, in the order of the columns. */
public final class Measures {
  /** Beyond this many positions a column for each says less than their mean. */
  private static final int MOST_POSITIONS = 8;

  private static final List<Measure> EVERYWHERE =
      List.of(
          new Measure(
              new Metric("train_loss", "train loss", "Mean loss of the training examples."),
              probe -> probe.train().meanLoss()),
          new Measure(
              new Metric("test_loss", "test loss", "Mean loss of the hidden examples."),
              probe -> probe.test().meanLoss()),
          new Measure(
              new Metric(
                  "train_accuracy", "train accuracy", "Share of training examples answered right."),
              probe -> probe.train().accuracy()),
          new Measure(
              new Metric(
                  "test_accuracy", "test accuracy", "Share of hidden examples answered right."),
              probe -> probe.test().accuracy()),
          new Measure(
              new Metric("weight_norm", "Σw²", "Sum of the squares of all weights and biases."),
              Measures::weightNorm));

  private static final Measure IN_CONTEXT =
      new Measure(
          new Metric(
              "in_context_score",
              "in-context score",
              "Mean loss of the hidden examples where earlier tokens tell the answer, minus where"
                  + " they do not: far below 0 once the network uses its context."),
          probe -> probe.test().meanLoss() - probe.watched().meanLoss());

  private Measures() {}

  /** The measures of a task: those that every task has, and those that its answers allow. */
  public static List<Measure> of(TaskShape task) {
    List<Measure> measures = new ArrayList<>(EVERYWHERE);
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

  private static Measure testLossAt(int answer) {
    int number = answer + 1;
    return new Measure(
        new Metric(
            "test_loss_" + number,
            "test loss, answer " + number,
            "Mean loss of the hidden examples at their answer number " + number + "."),
        probe -> probe.testAt().get(answer).meanLoss());
  }

  /** Σw² over all parameters: the square of the L2 norm. */
  private static double weightNorm(Probe probe) {
    double sum = 0;
    for (Parameter parameter : probe.parameters().list()) {
      sum += probe.sumOfSquares().applyAsDouble(parameter.value());
    }
    return sum;
  }
}
