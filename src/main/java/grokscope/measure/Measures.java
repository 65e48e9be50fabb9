package grokscope.measure;

import grokscope.model.Parameter;
import grokscope.telemetry.Metric;
import java.util.List;

/** The list of measures: one line each, in the order of the columns. */
public final class Measures {
  /** Every measure. */
  public static final List<Measure> ALL =
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

  private Measures() {}

  /** Σw² over all parameters: the square of the L2 norm. */
  private static double weightNorm(Probe probe) {
    double sum = 0;
    for (Parameter parameter : probe.parameters().list()) {
      sum += probe.sumOfSquares().applyAsDouble(parameter.value());
    }
    return sum;
  }
}
