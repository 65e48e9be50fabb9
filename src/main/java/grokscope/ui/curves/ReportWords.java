package grokscope.ui.curves;

import grokscope.measure.CircuitReport;
import grokscope.measure.fourier.NumberWeights;
import grokscope.text.NumberText;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.NeuronCounts;
import grokscope.ui.session.OpenedWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was read of the weights of a file, in a few sentences. Stateless, any thread. */
final class ReportWords {
  private static final int NAMED = 8; // more frequencies are only counted

  private ReportWords() {}

  /** The sentences, what is wrong first. */
  static String of(OpenedWeights weights) {
    NetworkReport report = weights.report();
    List<String> sentences = new ArrayList<>();
    if (weights.broken() > 0) {
      sentences.add(
          NumberText.count(weights.broken())
              + " of "
              + NumberText.count(weights.count())
              + " weights are not numbers; results that depend on them mean nothing.");
    }
    sentences.add(answers(report));
    if (weights.broken() == 0) {
      report.circuit().map(ReportWords::circuit).ifPresent(sentences::add);
      unread(report).ifPresent(sentences::add);
      for (int layer = 0; layer < report.neurons().size(); layer++) {
        sentences.add(neurons(layer + 1, report.neurons().get(layer)));
      }
    }
    sentences.add(
        "Which examples are hidden follows from the settings on the left. If the network was"
            + " trained with another split, ignore what is said of training and hidden examples.");
    return String.join(" ", sentences);
  }

  private static String answers(NetworkReport report) {
    if (Double.isNaN(report.test().accuracy()) || Double.isNaN(report.train().accuracy())) {
      return "It answers "
          + NumberText.perCent(report.all().accuracy())
          + " of all examples correctly.";
    }
    return "It answers "
        + NumberText.perCent(report.all().accuracy())
        + " of all examples correctly: "
        + NumberText.perCent(report.train().accuracy())
        + " of the training examples and "
        + NumberText.perCent(report.test().accuracy())
        + " of the hidden ones.";
  }

  private static String circuit(CircuitReport circuit) {
    List<Integer> keys = circuit.keyFrequencies();
    String weights = circuit.weights().words();
    if (keys.isEmpty()) {
      return "No frequency of its " + weights + " stands out.";
    }
    double held = circuit.shares().stream().mapToDouble(Double::doubleValue).sum();
    String named =
        keys.size() > NAMED
            ? ""
            : keys.stream().map(String::valueOf).collect(Collectors.joining(", ", " (", ")"));
    return "Its "
        + weights
        + (circuit.weights() == NumberWeights.EMBEDDING ? " has " : " have ")
        + NumberText.count(keys.size())
        + (keys.size() == 1 ? " key frequency" : " key frequencies")
        + named
        + " with "
        + NumberText.perCent(held)
        + " of the power; with only these the loss is "
        + String.format(Locale.ROOT, "%.3g", circuit.restrictedLoss())
        + ", and their cosines explain "
        + NumberText.perCent(circuit.trigShare())
        + " of the logits' variance.";
  }

  /** Why there is no circuit, or nothing of the neurons alone. */
  private static Optional<String> unread(NetworkReport report) {
    boolean alone = !report.unread().containsKey(NetworkReport.CIRCUIT);
    return Optional.ofNullable(report.unread().get(NetworkReport.NEURONS))
        .map(
            why ->
                (alone ? "Neurons" : "Key frequencies and neurons")
                    + " by frequency are not read, because "
                    + why
                    + ".");
  }

  private static String neurons(int layer, NeuronCounts counts) {
    int clustered = counts.perFrequency().values().stream().mapToInt(Integer::intValue).sum();
    return NumberText.count(clustered)
        + " of "
        + NumberText.count(counts.all())
        + " neurons of layer "
        + layer
        + " follow one frequency, "
        + (counts.dead() == 0 ? "none is dead." : NumberText.count(counts.dead()) + " are dead.");
  }
}
