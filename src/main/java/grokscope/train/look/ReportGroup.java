package grokscope.train.look;

import grokscope.measure.CircuitReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @param value NaN where it is not a number, or where there is none
   * @param whyNot why there is no number, in words that can follow "because"
   */
  public record Line(String words, double value, Optional<String> whyNot) {
    private static final double LARGEST_WHOLE = 1e9;

    Line(String words, double value) {
      this(words, value, Optional.empty());
    }

    /** Whether the number is whole, as counts are, and so is written without digits behind. */
    public boolean whole() {
      return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
    }
  }

  /** All numbers of a report. */
  public static List<ReportGroup> of(NetworkReport report) {
    List<ReportGroup> groups = new ArrayList<>();
    groups.add(answers(report));
    groups.add(weights(report));
    List<Line> circuit = new ArrayList<>();
    unread(report, NetworkReport.CIRCUIT, "key frequencies and the losses of a circuit")
        .ifPresent(circuit::add);
    report.circuit().ifPresent(found -> circuit.addAll(circuit(found)));
    groups.add(new ReportGroup("Circuit", circuit));
    List<Line> neurons = new ArrayList<>(neurons(report.neurons()));
    unread(report, NetworkReport.NEURONS, "neurons by frequency").ifPresent(neurons::add);
    groups.add(new ReportGroup("Neurons", neurons));
    return groups;
  }

  private static Optional<Line> unread(NetworkReport report, String key, String words) {
    return Optional.ofNullable(report.unread().get(key))
        .map(why -> new Line(words, Double.NaN, Optional.of(why)));
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

  private static List<Line> circuit(CircuitReport circuit) {
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
    return lines;
  }

  private static List<Line> neurons(List<NeuronCounts> layers) {
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
    return lines;
  }
}
