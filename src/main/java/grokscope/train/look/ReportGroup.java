package grokscope.train.look;

import grokscope.measure.CircuitReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of a report that belong together, each with its words. Immutable, any thread.
 *
 * @param title what they are about
 * @param lines from top to bottom
 */
public record ReportGroup(String title, List<Line> lines) {
  public ReportGroup {
    lines = List.copyOf(lines);
  }

  /**
   * A number and what it is.
   *
   * @param value NaN where it is not a number
   */
  public record Line(String words, double value) {}

  /** All numbers of a report. */
  public static List<ReportGroup> of(NetworkReport report) {
    List<ReportGroup> groups = new ArrayList<>();
    groups.add(answers(report));
    groups.add(weights(report));
    report.circuit().ifPresent(circuit -> groups.add(circuit(circuit)));
    if (!report.neurons().isEmpty()) {
      groups.add(neurons(report.neurons()));
    }
    return groups;
  }

  private static ReportGroup answers(NetworkReport report) {
    return new ReportGroup(
        "Answers",
        List.of(
            new Line("loss, all examples", report.all().loss()),
            new Line("loss, training examples", report.train().loss()),
            new Line("loss, hidden examples", report.test().loss()),
            new Line("accuracy, all examples", report.all().accuracy()),
            new Line("accuracy, training examples", report.train().accuracy()),
            new Line("accuracy, hidden examples", report.test().accuracy())));
  }

  private static ReportGroup weights(NetworkReport report) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Σw²", report.weightNorm()));
    report.squares().forEach((name, value) -> lines.add(new Line("Σw² of " + name, value)));
    return new ReportGroup("Weights", lines);
  }

  private static ReportGroup circuit(CircuitReport circuit) {
    List<Line> lines = new ArrayList<>();
    String weights = circuit.weights().words();
    for (int i = 0; i < circuit.keyFrequencies().size(); i++) {
      lines.add(
          new Line(
              "key frequency " + circuit.keyFrequencies().get(i) + ", share of the " + weights,
              circuit.shares().get(i)));
    }
    lines.add(new Line("Gini of the " + weights, circuit.embeddingGini()));
    lines.add(new Line("restricted loss, all pairs", circuit.restrictedLoss()));
    lines.add(new Line("trig loss, all pairs", circuit.trigLoss()));
    lines.add(new Line("share of logit variance in the key cosines", circuit.trigShare()));
    return new ReportGroup("Circuit", lines);
  }

  private static ReportGroup neurons(List<NeuronCounts> layers) {
    List<Line> lines = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      String start = "neurons of layer " + (layer + 1) + ", ";
      NeuronCounts counts = layers.get(layer);
      counts
          .perFrequency()
          .forEach((k, count) -> lines.add(new Line(start + "85 % frequency " + k, count)));
      lines.add(new Line(start + "dead", counts.dead()));
      lines.add(new Line(start + "all", counts.all()));
    }
    return new ReportGroup("Neurons", lines);
  }
}
