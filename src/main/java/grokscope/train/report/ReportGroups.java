package grokscope.train.report;

import grokscope.measure.CircuitReport;
import grokscope.measure.MetricIds;
import grokscope.train.look.BrokenArray;
import grokscope.train.look.FrequencyRule;
import grokscope.train.look.Guessing;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.NeuronCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All numbers of a report, in groups. Stateless, any thread. */
final class ReportGroups {
  private static final String BROKEN = "not_numbers";

  private ReportGroups() {}

  static List<ReportGroup> of(NetworkReport report, WeightsOrigin origin) {
    List<ReportGroup> groups = new ArrayList<>();
    groups.add(ReportGroup.of("Answers", answers(report, origin)));
    groups.add(frequencies(report));
    report.circuit().map(ReportGroups::circuit).ifPresent(groups::add);
    groups.add(neurons(report));
    characters(report).ifPresent(groups::add);
    groups.add(weights(report));
    return groups;
  }

  private static List<ReportLine> answers(NetworkReport report, WeightsOrigin origin) {
    List<ReportLine> lines = new ArrayList<>();
    Guessing guessing = report.guessing();
    lines.add(ReportLine.of("loss, all examples", new Value.Real(report.all().loss()), "loss"));
    lines.add(side("loss, training examples", report.train().loss(), origin, MetricIds.TRAIN_LOSS));
    lines.add(side("loss, hidden examples", report.test().loss(), origin, MetricIds.TEST_LOSS));
    guessing
        .loss()
        .ifPresent(
            loss ->
                lines.add(
                    ReportLine.of("loss, guessing", new Value.Real(loss), "guessing", "loss")));
    lines.add(
        ReportLine.of(
            "accuracy, all examples", new Value.Real(report.all().accuracy()), "accuracy"));
    lines.add(
        side(
            "accuracy, training examples",
            report.train().accuracy(),
            origin,
            MetricIds.TRAIN_ACCURACY));
    lines.add(
        side(
            "accuracy, hidden examples",
            report.test().accuracy(),
            origin,
            MetricIds.TEST_ACCURACY));
    if (guessing.accuracy() > 0) {
      lines.add(
          ReportLine.of(
              "accuracy, guessing", new Value.Real(guessing.accuracy()), "guessing", "accuracy"));
    }
    return lines;
  }

  private static ReportLine side(String words, double value, WeightsOrigin origin, String key) {
    return origin.split() == SplitSource.UNKNOWN
        ? ReportLine.leftOut(words, "the network's own split is not known", key)
        : ReportLine.of(words, new Value.Real(value), key);
  }

  /** What the rules name; as lists only where that is too much for a table. */
  private static ReportGroup frequencies(NetworkReport report) {
    List<ReportLine> lines = new ArrayList<>();
    Optional<ReportTable> table = FrequencyRows.table(report);
    boolean listed = table.map(rows -> rows.rows().isEmpty()).orElse(false);
    for (FrequencyRule rule : report.rules()) {
      lists(rule, report.circuit().orElseThrow())
          .forEach(line -> lines.add(listed ? line : line.shownBeside()));
    }
    unread(report, NetworkReport.CIRCUIT, "key frequencies and the losses of a circuit")
        .ifPresent(lines::add);
    return new ReportGroup("Key frequencies", lines, table);
  }

  private static List<ReportLine> lists(FrequencyRule rule, CircuitReport circuit) {
    String weights = circuit.weights().words();
    Value keys = new Value.Wholes(rule.keys());
    return switch (rule.kind()) {
      case NUMBERS ->
          List.of(
              ReportLine.of("key frequencies of the " + weights, keys, MetricIds.KEY_FREQUENCIES),
              ReportLine.of(
                  "their shares of the " + weights,
                  new Value.Shares(circuit.shares()),
                  "key_frequency_shares"),
              ReportLine.of("read of", new Value.Words(weights), "key_frequencies_of")
                  .shownBeside());
      case NEURONS ->
          List.of(
              ReportLine.of("key frequencies of the neurons", keys, "key_frequencies_by_neurons"));
      case LOGIT_MAP ->
          List.of(
              ReportLine.of(
                  "key frequencies from neurons to logits", keys, "key_frequencies_by_logit_map"));
    };
  }

  private static ReportGroup circuit(CircuitReport circuit) {
    return ReportGroup.of(
        "Circuit",
        List.of(
            ReportLine.of(
                "Gini of the " + circuit.weights().words(),
                new Value.Real(circuit.embeddingGini()),
                MetricIds.EMBEDDING_GINI),
            ReportLine.of(
                "restricted loss, all pairs",
                new Value.Real(circuit.restrictedLoss()),
                MetricIds.RESTRICTED_LOSS),
            ReportLine.of(
                "trig loss, all pairs", new Value.Real(circuit.trigLoss()), MetricIds.TRIG_LOSS),
            ReportLine.of(
                "share of logit variance in the key cosines",
                new Value.Real(circuit.trigShare()),
                MetricIds.TRIG_SHARE)));
  }

  private static ReportGroup neurons(NetworkReport report) {
    List<ReportLine> lines = new ArrayList<>();
    for (int layer = 0; layer < report.neurons().size(); layer++) {
      addNeurons(layer, report.neurons().get(layer), lines);
    }
    unread(report, NetworkReport.NEURONS, "neurons by frequency").ifPresent(lines::add);
    return ReportGroup.of("Neurons", lines);
  }

  private static void addNeurons(int layer, NeuronCounts counts, List<ReportLine> lines) {
    String start = "neurons of layer " + (layer + 1) + ", ";
    String neurons = NetworkReport.NEURONS;
    Value each = new Value.Counts(counts.perFrequency());
    lines.add(
        ReportLine.of(start + "by frequency", each, neurons, layer, "per_frequency").shownBeside());
    counts
        .perFrequency()
        .forEach(
            (k, count) ->
                lines.add(
                    ReportLine.of(
                        start + "85 % frequency " + k,
                        new Value.Whole(count),
                        neurons,
                        layer,
                        "per_frequency",
                        String.valueOf(k))));
    lines.add(count(start + "dead", counts.dead(), layer, "dead"));
    if (counts.unknown() > 0) {
      lines.add(count(start + "not numbers", counts.unknown(), layer, BROKEN));
    }
    lines.add(count(start + "all", counts.all(), layer, "all"));
  }

  private static ReportLine count(String words, int count, int layer, String key) {
    return ReportLine.of(words, new Value.Whole(count), NetworkReport.NEURONS, layer, key);
  }

  private static Optional<ReportLine> unread(NetworkReport report, String key, String words) {
    return Optional.ofNullable(report.unread().get(key))
        .map(why -> ReportLine.notRead(words, why, key));
  }

  /** Of a table of products only. */
  private static Optional<ReportGroup> characters(NetworkReport report) {
    Optional<ReportLine> unread =
        unread(report, NetworkReport.REPRESENTATIONS, "shares of characters");
    if (unread.isPresent()) {
      return Optional.of(ReportGroup.of("Characters", List.of(unread.get())));
    }
    if (report.representations().isEmpty()) {
      return Optional.empty();
    }
    ReportTable table =
        new ReportTable(
            NetworkReport.REPRESENTATIONS,
            List.of(
                new ReportTable.Column("partition", "representation"),
                new ReportTable.Column("dimension", "dimension"),
                new ReportTable.Column("share", "logits")),
            report.representations().stream()
                .map(
                    each ->
                        List.of(
                            ReportTable.Cell.of(new Value.Wholes(each.partition())),
                            ReportTable.Cell.of(new Value.Whole(each.dimension())),
                            ReportTable.Cell.of(new Value.Share(each.share()))))
                .toList());
    return Optional.of(new ReportGroup("Characters", List.of(), Optional.of(table)));
  }

  private static ReportGroup weights(NetworkReport report) {
    List<ReportLine> lines = new ArrayList<>();
    lines.add(ReportLine.of("Σw²", new Value.Real(report.weightNorm()), MetricIds.WEIGHT_NORM));
    report
        .squares()
        .forEach(
            (name, value) ->
                lines.add(
                    ReportLine.of("Σw² of " + name, new Value.Real(value), "weight_norms", name)));
    return new ReportGroup("Weights", lines, broken(report));
  }

  private static Optional<ReportTable> broken(NetworkReport report) {
    return Optional.of(report.broken())
        .filter(arrays -> !arrays.isEmpty())
        .map(
            arrays ->
                new ReportTable(
                    BROKEN,
                    List.of(
                        new ReportTable.Column("array", "not numbers"),
                        new ReportTable.Column("nan", "NaN"),
                        new ReportTable.Column("infinite", "infinite"),
                        new ReportTable.Column("weights", "of"),
                        new ReportTable.Column("first", "first at")),
                    arrays.stream().map(ReportGroups::row).toList()));
  }

  private static List<ReportTable.Cell> row(BrokenArray array) {
    return List.of(
        ReportTable.Cell.of(new Value.Words(array.name())),
        ReportTable.Cell.of(new Value.Whole(array.nan())),
        ReportTable.Cell.of(new Value.Whole(array.infinite())),
        ReportTable.Cell.of(new Value.Whole(array.size())),
        ReportTable.Cell.of(new Value.Wholes(array.first())));
  }
}
