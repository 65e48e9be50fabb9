package grokscope.train.report;

import grokscope.measure.CircuitReport;
import grokscope.train.look.FrequencyRule;
import grokscope.train.look.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rules for key frequencies side by side, and where they disagree. Stateless, any thread. */
final class FrequencyRows {
  private static final int MOST = 16; // rows where no rule's keys stand out
  private static final double USED = 0.001; // of the logits' variance

  private FrequencyRows() {}

  /** A row for each frequency that a rule names; none where there is no circuit. */
  static Optional<ReportTable> table(NetworkReport report) {
    return report
        .circuit()
        .map(
            circuit ->
                new ReportTable(
                    "frequencies",
                    columns(report, circuit),
                    named(report).stream().map(k -> row(report, circuit, k)).toList()));
  }

  private static List<ReportTable.Column> columns(NetworkReport report, CircuitReport circuit) {
    List<ReportTable.Column> columns = new ArrayList<>();
    columns.add(new ReportTable.Column("frequency", "frequency"));
    for (FrequencyRule rule : report.rules()) {
      columns.add(
          switch (rule.kind()) {
            case NUMBERS -> new ReportTable.Column("embedding", circuit.weights().words());
            case NEURONS -> new ReportTable.Column("neurons", "neurons");
            case LOGIT_MAP -> new ReportTable.Column("logit_map", "neurons to logits");
          });
    }
    columns.add(new ReportTable.Column("logits", "logits"));
    columns.add(new ReportTable.Column("verdict", "what that means"));
    return columns;
  }

  /** The frequencies that a rule names; where none stands out, all keys if they are few. */
  private static List<Integer> named(NetworkReport report) {
    boolean none = report.rules().stream().noneMatch(FrequencyRule::standsOut);
    List<Integer> named =
        IntStream.rangeClosed(1, report.circuit().orElseThrow().spectrum().size())
            .filter(
                k ->
                    report.rules().stream()
                        .anyMatch(rule -> none ? rule.keys().contains(k) : rule.names(k)))
            .boxed()
            .toList();
    return none && named.size() > MOST ? List.of() : named;
  }

  private static List<ReportTable.Cell> row(
      NetworkReport report, CircuitReport circuit, int frequency) {
    List<ReportTable.Cell> cells = new ArrayList<>();
    cells.add(ReportTable.Cell.of(new Value.Whole(frequency)));
    for (FrequencyRule rule : report.rules()) {
      cells.add(
          new ReportTable.Cell(
              new Value.Share(rule.share(frequency)),
              Optional.of(rule.keys().contains(frequency))));
    }
    cells.add(ReportTable.Cell.of(new Value.Share(circuit.logitShares().get(frequency - 1))));
    cells.add(ReportTable.Cell.of(new Value.Words(verdict(report, circuit, frequency))));
    return cells;
  }

  /** What the rules and the logits together say of a frequency. */
  static String verdict(NetworkReport report, CircuitReport circuit, int frequency) {
    List<FrequencyRule> yes =
        report.rules().stream().filter(rule -> rule.keys().contains(frequency)).toList();
    boolean used = circuit.logitShares().get(frequency - 1) >= USED;
    boolean numbers = yes.stream().anyMatch(rule -> rule.kind() == FrequencyRule.Kind.NUMBERS);
    boolean only = yes.size() == 1 && report.rules().size() > 1;
    if (numbers && (only || report.rules().size() == 1) && !used) {
      return "in the " + circuit.weights().words() + ", but not used";
    }
    if (yes.size() == report.rules().size()) {
      return used ? "used" : "named by all rules, but hardly in the logits";
    }
    String by =
        yes.stream().map(rule -> words(rule.kind(), circuit)).collect(Collectors.joining(" and "));
    return (used ? "used; " : "hardly used; ") + "a key only by the " + by;
  }

  private static String words(FrequencyRule.Kind kind, CircuitReport circuit) {
    return switch (kind) {
      case NUMBERS -> circuit.weights().words();
      case NEURONS -> "neurons";
      case LOGIT_MAP -> "map to the logits";
    };
  }

  /** Where the rules disagree; nothing where they do not, or have nothing to say. */
  static Optional<String> sentence(NetworkReport report) {
    if (report.circuit().isEmpty()) {
      return Optional.empty();
    }
    CircuitReport circuit = report.circuit().get();
    List<Integer> unused =
        named(report).stream()
            .filter(k -> verdict(report, circuit, k).endsWith("but not used"))
            .toList();
    if (unused.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        (unused.size() == 1 ? "Frequency " : "Frequencies ")
            + unused.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + (unused.size() == 1 ? " is" : " are")
            + " in the "
            + circuit.weights().words()
            + ", but not used: neither neurons nor logits have "
            + (unused.size() == 1 ? "it." : "them."));
  }
}
