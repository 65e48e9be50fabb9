package grokscope.train.report;

import grokscope.measure.CircuitReport;
import grokscope.measure.RepresentationShare;
import grokscope.measure.fourier.KeyFrequencies;
import grokscope.measure.fourier.NumberWeights;
import grokscope.text.NumberText;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.NeuronCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the numbers of a report come to, in a few sentences. Stateless, any thread. */
final class Sentences {
  private static final int NAMED = 8; // more frequencies are only counted

  private Sentences() {}

  static List<String> of(NetworkReport report, WeightsOrigin origin) {
    List<String> sentences = new ArrayList<>();
    sentences.add(answers(report, origin));
    report.circuit().map(Sentences::circuit).ifPresent(sentences::add);
    FrequencyRows.sentence(report).ifPresent(sentences::add);
    FrequencyRows.leftOut(report).ifPresent(sentences::add);
    unread(report).ifPresent(sentences::add);
    for (int layer = 0; layer < report.neurons().size(); layer++) {
      sentences.add(neurons(layer + 1, report.neurons().get(layer)));
    }
    characters(report).ifPresent(sentences::add);
    return sentences;
  }

  private static String answers(NetworkReport report, WeightsOrigin origin) {
    if (Double.isNaN(report.all().accuracy())) {
      return "Its answers to all examples are not all numbers, so that it has no loss and no"
          + " accuracy.";
    }
    String all =
        "It answers " + NumberText.perCent(report.all().accuracy()) + " of all examples correctly";
    if (origin.split() == SplitSource.UNKNOWN
        || Double.isNaN(report.test().accuracy())
        || Double.isNaN(report.train().accuracy())) {
      return all + ".";
    }
    return all
        + ": "
        + NumberText.perCent(report.train().accuracy())
        + " of the training examples and "
        + NumberText.perCent(report.test().accuracy())
        + " of the hidden ones"
        + (origin.split() == SplitSource.NAMED ? ", by the split that came with it." : ".");
  }

  private static String circuit(CircuitReport circuit) {
    List<Integer> keys = circuit.keyFrequencies();
    int all = circuit.spectrum().size();
    boolean one = circuit.weights() == NumberWeights.EMBEDDING;
    String weights = circuit.weights().words();
    if (keys.isEmpty()) {
      return "No frequency of its " + weights + " stands out.";
    }
    double held = circuit.shares().stream().mapToDouble(Double::doubleValue).sum();
    String named =
        keys.size() > NAMED
            ? ""
            : keys.stream().map(String::valueOf).collect(Collectors.joining(", ", " (", ")"));
    String start =
        KeyFrequencies.standOut(keys.size(), all)
            ? "Its "
                + weights
                + (one ? " has " : " have ")
                + NumberText.count(keys.size())
                + (keys.size() == 1 ? " key frequency" : " key frequencies")
                + named
                + " with "
                + NumberText.perCent(held)
                + " of the power"
            : "No frequency of its "
                + weights
                + " stands out, "
                + NumberText.count(keys.size())
                + " of "
                + NumberText.count(all)
                + " are above a quarter of the largest";
    return start
        + "; with only these the loss is "
        + String.format(Locale.ROOT, "%.3g", circuit.restrictedLoss())
        + ", and their cosines explain "
        + NumberText.perCent(circuit.trigShare())
        + " of the logits' variance.";
  }

  /** Why there is no circuit, or nothing of the neurons alone. */
  private static Optional<String> unread(NetworkReport report) {
    boolean circuit = report.unread().containsKey(NetworkReport.CIRCUIT);
    boolean neurons = report.unread().containsKey(NetworkReport.NEURONS);
    String what =
        circuit
            ? neurons ? "Key frequencies and neurons by frequency" : "Key frequencies"
            : "Neurons by frequency";
    return Optional.ofNullable(
            report.unread().get(circuit ? NetworkReport.CIRCUIT : NetworkReport.NEURONS))
        .map(why -> what + " are not read, because " + why + ".");
  }

  private static String neurons(int layer, NeuronCounts counts) {
    int clustered = counts.perFrequency().values().stream().mapToInt(Integer::intValue).sum();
    return NumberText.count(clustered)
        + " of "
        + NumberText.count(counts.all())
        + " neurons of layer "
        + layer
        + " follow one frequency, "
        + switch (counts.dead()) {
          case 0 -> "none is dead";
          case 1 -> "one is dead";
          default -> NumberText.count(counts.dead()) + " are dead";
        }
        + (counts.unknown() == 0
            ? "."
            : ", and of "
                + NumberText.count(counts.unknown())
                + " the activations are no numbers.");
  }

  private static Optional<String> characters(NetworkReport report) {
    String why = report.unread().get(NetworkReport.REPRESENTATIONS);
    if (why != null) {
      return Optional.of("Shares of characters are not read, because " + why + ".");
    }
    return report.representations().stream()
        .max(Comparator.comparingDouble(RepresentationShare::share))
        .map(
            most ->
                "Characters of x·y·c⁻¹ explain "
                    + NumberText.perCent(
                        report.representations().stream()
                            .mapToDouble(RepresentationShare::share)
                            .sum())
                    + " of the logits' variance, that of the representation "
                    + most.partition()
                    + " alone "
                    + NumberText.perCent(most.share())
                    + ".");
  }
}
