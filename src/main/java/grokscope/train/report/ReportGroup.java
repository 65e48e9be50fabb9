package grokscope.train.report;

import java.util.List;
import java.util.Optional;

/**
 * Values of a report that belong together, each with its words. Immutable, any thread.
 *
 * @param title what they are about
 * @param lines from top to bottom
 * @param table below them
 */
public record ReportGroup(String title, List<ReportLine> lines, Optional<ReportTable> table) {
  public ReportGroup {
    lines = List.copyOf(lines);
  }

  static ReportGroup of(String title, List<ReportLine> lines) {
    return new ReportGroup(title, lines, Optional.empty());
  }
}
