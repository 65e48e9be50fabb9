package grokscope.cli.command;

import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.config.Json;
import grokscope.train.report.Findings;
import grokscope.train.report.ReportGroup;
import grokscope.train.report.ReportJson;
import grokscope.train.report.ReportLine;
import grokscope.train.report.ReportTable;
import grokscope.train.report.ValueText;
import grokscope.train.report.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints what is said of a network's weights, for people or as JSON, and knows the exit code that
 * belongs to it. Main thread only.
 */
final class ReportPrinter {
  private static final int DIGITS = 6;

  private final Terminal terminal;

  ReportPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints one line of JSON and nothing else; returns the exit code.
   *
   * @param more keys behind those of the findings
   */
  int json(Findings findings, Map<String, Object> more) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>(ReportJson.object(findings));
    more.forEach((key, value) -> object.put(key, ReportJson.finite(value)));
    terminal.out().println(Json.line(object));
    return verdict(findings);
  }

  /** Prints lines of text; returns the exit code. */
  int text(Findings findings) {
    findings.warnings().forEach(warning -> print(warning.words()));
    if (!findings.warnings().isEmpty()) {
      print("");
    }
    findings.sentences().forEach(this::print);
    for (ReportGroup group : findings.groups()) {
      print("");
      print(group.title());
      group.lines().stream().filter(ReportLine::shown).forEach(line -> print(text(line)));
      group.table().filter(table -> !table.rows().isEmpty()).ifPresent(this::table);
    }
    return verdict(findings);
  }

  /** A network that is broken was read as it is, but nobody should go on with it unawares. */
  private static int verdict(Findings findings) {
    return findings.warnsOf(Warning.Kind.NOT_NUMBERS) ? Verdict.FAILURE : Verdict.OK;
  }

  private void print(String line) {
    terminal.out().println(line);
  }

  private static String text(ReportLine line) {
    String value =
        line.whyNot()
            .map(why -> line.without() + ", because " + why)
            .orElseGet(() -> ValueText.of(line.value().orElseThrow(), DIGITS));
    return String.format(Locale.ROOT, "%-52s %s", line.words(), value);
  }

  /** Columns as wide as they must be. */
  private void table(ReportTable table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(ReportTable.Column::title).toList());
    table.rows().forEach(cells -> rows.add(cells.stream().map(ReportPrinter::text).toList()));
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        line.append(column == 0 ? "" : "   ");
        line.append(String.format(Locale.ROOT, "%-" + width + "s", row.get(column)));
      }
      print(line.toString().stripTrailing());
    }
    if (table.hasKeys()) {
      print("* a key frequency by this rule");
    }
  }

  private static String text(ReportTable.Cell cell) {
    return ValueText.of(cell.value(), DIGITS)
        + cell.key().map(chosen -> chosen ? " *" : "  ").orElse("");
  }
}
