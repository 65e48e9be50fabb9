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
  private static final double USED = 0.01; // of the logits' variance
  private static final double UNUSED = 0.001;

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
    columns.add(new ReportTable.Column("verdict", "verdict"));
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
  private static String verdict(NetworkReport report, CircuitReport circuit, int frequency) {
    if (unused(report, circuit, frequency)) {
      return "in the " + circuit.weights().words() + ", but not used";
    }
    String not =
        report.rules().stream()
            .filter(rule -> !rule.keys().contains(frequency))
            .map(rule -> words(rule.kind(), circuit))
            .collect(Collectors.joining(" and "));
    return (used(circuit, frequency) ? "used" : "hardly used")
        + (not.isEmpty() ? "" : ", no key by " + not);
  }

  private static boolean used(CircuitReport circuit, int frequency) {
    return circuit.logitShares().get(frequency - 1) >= USED;
  }

  /** Whether the network only holds it: no neuron and no logit has it. */
  private static boolean unused(NetworkReport report, CircuitReport circuit, int frequency) {
    return circuit.logitShares().get(frequency - 1) < UNUSED
        && report.rules().stream()
            .allMatch(
                rule ->
                    rule.keys().contains(frequency) == (rule.kind() == FrequencyRule.Kind.NUMBERS));
  }

  private static String words(FrequencyRule.Kind kind, CircuitReport circuit) {
    return switch (kind) {
      case NUMBERS -> circuit.weights().words();
      case NEURONS -> "neurons";
      case LOGIT_MAP -> "logit map";
    };
  }

  /** That some rules have more keys than there are rows; nothing where there are no rows. */
  static Optional<String> leftOut(NetworkReport report) {
    if (report.circuit().isEmpty()) {
      return Optional.empty();
    }
    int rows = named(report).size();
    int all =
        report.rules().stream()
            .filter(rule -> !rule.standsOut())
            .mapToInt(rule -> rule.keys().size())
            .max()
            .orElse(0);
    return rows == 0 || all <= rows
        ? Optional.empty()
        : Optional.of(
            "The table of key frequencies has the "
                + rows
                + " of rules that name few; another rule names "
                + all
                + ".");
  }

  /** Where the rule for the numbers misleads; nothing where none of its keys stands out. */
  static Optional<String> sentence(NetworkReport report) {
    if (report.circuit().isEmpty() || !report.rules().get(0).standsOut()) {
      return Optional.empty();
    }
    CircuitReport circuit = report.circuit().get();
    List<Integer> unused = new ArrayList<>();
    List<Integer> beside = new ArrayList<>();
    for (int frequency : named(report)) {
      if (unused(report, circuit, frequency)) {
        unused.add(frequency);
      } else if (!report.rules().get(0).names(frequency) && used(circuit, frequency)) {
        beside.add(frequency);
      }
    }
    String weights = circuit.weights().words();
    List<String> sentences = new ArrayList<>();
    if (!unused.isEmpty()) {
      sentences.add(subject(unused) + " in the " + weights + ", but not used in the logits.");
    }
    if (!beside.isEmpty()) {
      sentences.add(
          subject(beside) + " used, but below a quarter of the largest in the " + weights + ".");
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private static String subject(List<Integer> frequencies) {
    return (frequencies.size() == 1 ? "Frequency " : "Frequencies ")
        + frequencies.stream().map(String::valueOf).collect(Collectors.joining(", "))
        + (frequencies.size() == 1 ? " is" : " are");
  }
}
